package io.orderfield.om.fallout;

import org.jspecify.annotations.Nullable;

/** Raises fallouts, for the other packages. */
public interface Fallouts {
    /**
     * Raises a fallout with the caller's transaction.
     *
     * @param cause stable code, lower case with hyphens, such as {@code cancellation-refused}
     * @param record number of the record that it is about
     * @param domainOrder number of the domain order, or null
     * @param text what happened and what to do, at most 4,000 characters
     */
    FalloutView raise(String cause, String record, @Nullable String domainOrder, String text);
}
