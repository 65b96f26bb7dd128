package io.orderfield.om.worknote;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which notes of a domain order to read; null and empty match all.
 *
 * @param kinds what happened, such as {@code state-changed}; one of them
 * @param channel through which it came, such as {@code field-service}
 * @param workOrder number of the work order that it is about
 * @param text part of the text, of the author's name or of a number, in any case
 */
public record WorkNoteFilter(
        Set<String> kinds,
        @Nullable String channel,
        @Nullable String workOrder,
        @Nullable String text) {
    /** Every note. */
    public static final WorkNoteFilter ALL = new WorkNoteFilter(Set.of(), null, null, null);

    public WorkNoteFilter {
        kinds = Set.copyOf(kinds);
    }
}
