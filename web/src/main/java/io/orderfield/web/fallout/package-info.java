/** Fallouts in the REST API. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.fallout;
