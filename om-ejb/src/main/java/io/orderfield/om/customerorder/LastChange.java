package io.orderfield.om.customerorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last change of a record.
 *
 * @param by user name of who made it, null when it was no person's
 */
public record LastChange(@Nullable String by, Instant at) {}
