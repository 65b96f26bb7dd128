/** Placed orders that wait for the manager. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.approval;
