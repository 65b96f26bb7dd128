package io.orderfield.om.customerorder;

import java.time.Instant;

/** CDI event in the transaction of every transition of a customer order (its creation too). */
public record CustomerOrderStateChanged(String account, String number, String state, String by, Instant at)
        implements CustomerOrderEvent {}
