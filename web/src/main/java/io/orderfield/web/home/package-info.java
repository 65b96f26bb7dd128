/** The first page: what waits for the reader. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.home;
