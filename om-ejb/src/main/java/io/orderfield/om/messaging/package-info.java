/** Order Management's side of the wire: the listener of Field Service's answers, the requests, outbox and inbox. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.messaging;
