package io.orderfield.om.worknote;

import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.contract.FieldChange;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A note to be written. The fields are those of {@link WorkNoteView}.
 *
 * @param position the next position of the domain order, taken under its lock
 * @param workOrderKey identity of the work order, null where the note is about the domain order itself
 * @param entrySequence sequence of the activity entry that it was made from, null for others; with the key it is unique,
 *     so that an entry becomes one note
 * @param text what somebody wrote, at most {@link WorkNotes#TEXT_LENGTH} characters
 * @param sentence what the system says instead
 */
public record NewWorkNote(
        UUID domainOrderId,
        String domainOrder,
        long position,
        Instant occurredAt,
        Instant recordedAt,
        String author,
        String channel,
        String kind,
        @Nullable String workOrder,
        @Nullable UUID workOrderKey,
        @Nullable Long entrySequence,
        @Nullable String task,
        @Nullable String state,
        List<FieldChange> changes,
        @Nullable String text,
        @Nullable Sentence sentence) {
    /** @throws IllegalArgumentException for a text that is too long: it is refused before, never cut */
    public NewWorkNote {
        changes = List.copyOf(changes);
        if (text != null && text.length() > WorkNotes.TEXT_LENGTH) {
            throw new IllegalArgumentException("a note has at most " + WorkNotes.TEXT_LENGTH + " characters");
        }
    }

    /** The same note with what the system says, as data. */
    public NewWorkNote saying(@Nullable Sentence what) {
        return new NewWorkNote(
                domainOrderId,
                domainOrder,
                position,
                occurredAt,
                recordedAt,
                author,
                channel,
                kind,
                workOrder,
                workOrderKey,
                entrySequence,
                task,
                state,
                changes,
                null,
                what);
    }
}
