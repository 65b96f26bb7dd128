/** Field Service's side of the wire: the listener of Order Management's requests, the answers, outbox and inbox. */
@org.jspecify.annotations.NullMarked
package io.orderfield.fsm.messaging;
