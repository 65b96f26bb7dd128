package io.orderfield.om.customerorder;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** CDI event in the transaction of the hold, order and items locked: no further work may start. */
public record CustomerOrderHeld(
        UUID orderId, String by, @Nullable String reason) implements CustomerOrderEvent {}
