package io.orderfield.om.customerorder;

import java.util.UUID;

/**
 * CDI event in the transaction of the cancellation, item locked and already CANCELLATION_IN_PROGRESS: its work orders are
 * to be canceled. The observer (or a later answer) ends it with {@link OrderLineItem#rollUp}.
 */
public record LineItemCancellationRequested(UUID itemId, String reason, String by) implements CustomerOrderEvent {}
