/** Fallouts: what needs a person. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.fallout;
