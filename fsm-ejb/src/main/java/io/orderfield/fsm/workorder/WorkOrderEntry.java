package io.orderfield.fsm.workorder;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.contract.FieldChange;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a work order; never changed. Its position counts everything. Its sequence counts what Order
 * Management is told, so a note that came from there has none and leaves no gap.
 */
@Entity
@Table(name = "work_order_entry", schema = "fsm")
class WorkOrderEntry {
    @Id
    private UUID id;

    @Column(name = "work_order_id")
    private UUID workOrderId;

    @Column(name = "position")
    private long position;

    @Column(name = "sequence")
    private @Nullable Long sequence;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "kind")
    private String kind;

    @Column(name = "author")
    private String author;

    @Column(name = "task")
    private @Nullable String task;

    @Column(name = "state")
    private String state;

    @Column(name = "changes")
    private @Nullable String changes;

    @Column(name = "text")
    private @Nullable String text;

    @Column(name = "note_id")
    private @Nullable UUID noteId;

    @Column(name = "attachment")
    private @Nullable String attachment;

    protected WorkOrderEntry() {
        // for JPA
    }

    WorkOrderEntry(
            UUID workOrderId,
            long position,
            @Nullable Long sequence,
            Instant occurredAt,
            EntryContent content,
            WorkOrderState state,
            @Nullable UUID noteId) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.workOrderId = workOrderId;
        this.position = position;
        this.sequence = sequence;
        this.occurredAt = occurredAt;
        this.kind = content.kind();
        this.author = content.author();
        this.task = content.task();
        this.state = state.name();
        this.changes = FieldChanges.write(content.changes());
        this.text = content.text();
        this.noteId = noteId;
        this.attachment = AttachmentText.write(content.attachment());
    }

    /** True for what Order Management is told. */
    boolean isReported() {
        return sequence != null;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    String kind() {
        return kind;
    }

    /** Number of the task that it is about, or null. */
    @Nullable
    String task() {
        return task;
    }

    ActivityEntry message() {
        if (sequence == null) {
            throw new IllegalStateException("a note that came from Order Management is not sent back");
        }
        return new ActivityEntry(
                sequence, occurredAt, kind, author, task, state, changes(), text, AttachmentText.read(attachment));
    }

    WorkOrderActivityView view() {
        return new WorkOrderActivityView(position, occurredAt, kind, author, task, state, changes(), text);
    }

    private List<FieldChange> changes() {
        return FieldChanges.read(changes);
    }
}
