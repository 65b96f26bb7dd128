package io.orderfield.fsm.workorder;

import io.orderfield.messaging.contract.AttachmentDetails;
import io.orderfield.messaging.contract.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an activity entry says.
 *
 * @param kind one of the kinds of {@link WorkOrderActivityView}
 * @param author display name of the person, or {@link #FIELD_SERVICE}
 * @param task number of the task that it is about
 * @param attachment what was added to the task
 */
public record EntryContent(
        String kind,
        String author,
        @Nullable String task,
        List<FieldChange> changes,
        @Nullable String text,
        @Nullable AttachmentDetails attachment) {
    EntryContent(String kind, String author, @Nullable String task, List<FieldChange> changes, @Nullable String text) {
        this(kind, author, task, changes, text, null);
    }

    /** Author of what happens by itself. */
    public static final String FIELD_SERVICE = "Field Service";

    static final String CREATED = "created";
    static final String STATE_CHANGED = "state-changed";
    static final String UPDATED = "updated";
    static final String SCHEDULED = "scheduled";
    static final String ASSIGNED = "assigned";
    static final String UNASSIGNED = "unassigned";
    public static final String CANCELED = "canceled";
    static final String REFUSED = "refused";
    static final String NOTE = "note";
    static final String CLOSED = "closed";
    static final String ACKNOWLEDGED = "acknowledged";
    static final String ATTACHMENT_ADDED = "attachment-added";
    static final String FOLLOW_UP_WANTED = "follow-up-wanted";
}
