/** How much one user, or one address, may ask of this node: requests by the second, and calls at work at a time. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.limit;
