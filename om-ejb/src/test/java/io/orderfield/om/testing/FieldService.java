package io.orderfield.om.testing;

import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.contract.AttachmentDetails;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.FollowUpWish;
import io.orderfield.messaging.contract.MessageType;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;
import io.orderfield.messaging.contract.WorkOrderSnapshot;
import io.orderfield.messaging.delivery.MessageContext;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Field Service's side of one work order, as far as its messages go. */
public final class FieldService {
    private static final Instant LONG_AGO = Instant.parse("2026-03-01T08:00:00Z");

    private final UUID key;
    private final String number;
    private final String template;
    private long snapshotRevision;
    private long answered;
    private long sequence;

    public FieldService(UUID key, String number, String template) {
        this.key = key;
        this.number = number;
        this.template = template;
    }

    public static FieldService of(WorkOrderLinkView link, String number) {
        return new FieldService(link.key(), number, link.template());
    }

    /** Answers the requests up to this revision from now on. */
    public FieldService answering(long requestRevision) {
        answered = requestRevision;
        return this;
    }

    /** The next snapshot, with one entry. */
    public WorkOrderChanged becomes(String state) {
        return message(state, null, List.of(entry("state-changed", state, null)), null);
    }

    /** The next snapshot of a work order that a person of Field Service canceled. */
    public WorkOrderChanged isCanceled(String reason) {
        return message("CANCELED", reason, List.of(entry("canceled", "CANCELED", reason)), null);
    }

    /** The next snapshot, with a wish for further work. */
    public WorkOrderChanged becomesAndWants(String state, FollowUpWish wish) {
        return message(state, null, List.of(entry("follow-up-wanted", state, wish.reason())), wish);
    }

    /** The next snapshot, with as many entries. */
    public WorkOrderChanged reports(String state, int entries) {
        List<ActivityEntry> made = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            made.add(entry("note", state, "entry " + (sequence + 1)));
        }
        return message(state, null, made, null);
    }

    /** The next snapshot, with a photo. */
    public WorkOrderChanged attaches(String state, AttachmentDetails photo) {
        sequence++;
        ActivityEntry entry = new ActivityEntry(
                sequence,
                LONG_AGO.plusSeconds(sequence),
                "attachment-added",
                "Tara Technician",
                "WOT0000001",
                state,
                List.of(new FieldChange("attachment", null, photo.name())),
                null,
                photo);
        return message(state, null, List.of(entry), null);
    }

    public WorkOrderRequestRefused refuses(String code, boolean creation) {
        return new WorkOrderRequestRefused(key, creation ? null : number, answered, code, "because");
    }

    public static MessageContext context(MessageType type) {
        return new MessageContext(UUID.randomUUID(), type, null, null, LONG_AGO, null);
    }

    private WorkOrderChanged message(
            String state, String cancelReason, List<ActivityEntry> entries, FollowUpWish followUp) {
        snapshotRevision++;
        WorkOrderSnapshot snapshot = new WorkOrderSnapshot(
                state,
                template,
                null,
                null,
                state.equals("QUALIFIED") ? null : "technician",
                state.equals("QUALIFIED") ? null : "Tara Technician",
                null,
                null,
                null,
                cancelReason,
                cancelReason == null ? null : "fsm",
                false,
                false,
                false,
                List.of());
        return new WorkOrderChanged(key, number, snapshotRevision, answered, snapshot, entries, followUp);
    }

    private ActivityEntry entry(String kind, String state, String text) {
        sequence++;
        return new ActivityEntry(
                sequence, LONG_AGO.plusSeconds(sequence), kind, "Tara Technician", null, state, List.of(), text, null);
    }
}
