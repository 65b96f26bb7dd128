package io.orderfield.om.worknote;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.kernel.SentenceText;
import io.orderfield.messaging.contract.FieldChange;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry of a domain order's activity. Written once, never changed. */
@Entity
@Table(name = "work_note", schema = "om")
class WorkNote {
    @Id
    private UUID id;

    @Column(name = "domain_order_id", updatable = false)
    private UUID domainOrderId;

    @Column(name = "domain_order", updatable = false)
    private String domainOrder;

    @Column(name = "position", updatable = false)
    private long position;

    @Column(name = "occurred_at", updatable = false)
    private Instant occurredAt;

    @Column(name = "recorded_at", updatable = false)
    private Instant recordedAt;

    @Column(name = "author", updatable = false)
    private String author;

    @Column(name = "channel", updatable = false)
    private String channel;

    @Column(name = "kind", updatable = false)
    private String kind;

    @Column(name = "work_order", updatable = false)
    private @Nullable String workOrder;

    @Column(name = "work_order_key", updatable = false)
    private @Nullable UUID workOrderKey;

    @Column(name = "entry_sequence", updatable = false)
    private @Nullable Long entrySequence;

    @Column(name = "task", updatable = false)
    private @Nullable String task;

    @Column(name = "state", updatable = false)
    private @Nullable String state;

    @Convert(converter = FieldChangesText.class)
    @Column(name = "changes", updatable = false)
    private List<FieldChange> changes;

    @Column(name = "text", updatable = false)
    private @Nullable String text;

    /** What the system says, as data; then there is no text. */
    @Column(name = "sentence", updatable = false)
    private @Nullable String sentence;

    @Column(name = "trace_id", updatable = false)
    private @Nullable String traceId;

    protected WorkNote() {
        // for JPA
    }

    /** @param traceId the trace id of the work that writes it, or null */
    WorkNote(NewWorkNote note, @Nullable String traceId) {
        this.traceId = traceId;
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.domainOrderId = note.domainOrderId();
        this.domainOrder = note.domainOrder();
        this.position = note.position();
        this.occurredAt = note.occurredAt();
        this.recordedAt = note.recordedAt();
        this.author = note.author();
        this.channel = note.channel();
        this.kind = note.kind();
        this.workOrder = note.workOrder();
        this.workOrderKey = note.workOrderKey();
        this.entrySequence = note.entrySequence();
        this.task = note.task();
        this.state = note.state();
        this.changes = note.changes();
        this.text = note.text();
        this.sentence = SentenceText.write(note.sentence());
    }

    /** The sequence of the entry that it was made from, 0 for others. */
    long entrySequence() {
        return entrySequence == null ? 0 : entrySequence;
    }

    WorkNoteView view() {
        return new WorkNoteView(
                id,
                position,
                domainOrder,
                occurredAt,
                recordedAt,
                author,
                channel,
                kind,
                workOrder,
                task,
                state,
                changes,
                SentenceText.said(sentence, text),
                traceId);
    }
}
