/** What Order Management requests: new work, changes, cancellation, notes, entries and the inventory. */
@org.jspecify.annotations.NullMarked
package io.orderfield.fsm.request;
