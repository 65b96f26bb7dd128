package io.orderfield.om.domainorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What holds a domain order. Each hold is ended by its own resumption; the domain order goes on when none is left.
 *
 * @param withOrder whether its customer order is on hold
 * @param by user name of who put the domain order itself on hold, null when nobody did
 * @param at when that was
 * @param reason why, null when nobody said
 */
public record HoldView(
        boolean withOrder,
        @Nullable String by,
        @Nullable Instant at,
        @Nullable String reason) {}
