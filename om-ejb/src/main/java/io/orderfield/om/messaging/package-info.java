/**
 * Order Management's side of the wire: the listeners of Field Service's answers and of partners' orders, the requests,
 * outbox and inbox.
 */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.messaging;
