package io.orderfield.om.fallout;

import java.util.UUID;

/** Raises fallouts, for the other packages. */
public interface Fallouts {
    /** Raises a fallout with the caller's transaction. */
    FalloutView raise(NewFallout fallout);

    /** Whether a fallout of this cause about this subject waits for a person already. */
    boolean isRaised(String cause, UUID subject);
}
