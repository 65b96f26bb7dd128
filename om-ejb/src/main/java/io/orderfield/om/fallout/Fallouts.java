package io.orderfield.om.fallout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Raises fallouts, for the other packages. */
public interface Fallouts {
    /** Raises a fallout with the caller's transaction. */
    FalloutView raise(NewFallout fallout);

    /**
     * Raises a fallout that nothing but its record places, and that can't be tried again.
     *
     * @param cause stable code, lower case with hyphens
     * @param record number of the record that it is about
     * @param domainOrder number of the domain order, or null
     * @param text what happened and what to do
     */
    default FalloutView raise(String cause, String record, @Nullable String domainOrder, String text) {
        return raise(new NewFallout(cause, record, null, null, domainOrder, null, text));
    }

    /** Whether a fallout of this cause about this subject waits for a person already. */
    boolean isRaised(String cause, UUID subject);
}
