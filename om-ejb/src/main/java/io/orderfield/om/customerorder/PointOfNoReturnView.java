package io.orderfield.om.customerorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who took an item past the point of no return, when and why. */
public record PointOfNoReturnView(
        String by, Instant at, @Nullable String reason) {}
