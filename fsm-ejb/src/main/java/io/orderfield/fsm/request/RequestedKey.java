package io.orderfield.fsm.request;

import io.orderfield.fsm.workorder.EntryContent;
import io.orderfield.fsm.workorder.WorkOrderState;
import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.InventoryItem;
import io.orderfield.messaging.contract.KnownHistory;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderOrigin;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;
import io.orderfield.messaging.contract.WorkOrderSnapshot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a key that Order Management named. There is one row per key, made by the first message about it and
 * locked by every later one, so a cancel and the create that it overtakes can't both win.
 */
@Entity
@Table(name = "requested_key", schema = "fsm")
class RequestedKey {
    enum Outcome {
        /** Named, for example by a note, but not requested yet. */
        WAITING,
        /** There is a work order with this id. */
        CREATED,
        /** The creation was refused; a later revision may still succeed. */
        REFUSED,
        /** Canceled before it was created: it never will be. */
        CANCELED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private Outcome outcome;

    /** Highest request revision seen; once there is a work order, that counts on. */
    @Column(name = "answered_revision")
    private long answeredRevision;

    @Column(name = "refusal_code")
    private @Nullable String refusalCode;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "requested_by")
    private @Nullable String requestedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "customer_order")
    private @Nullable String customerOrder;

    @Column(name = "line_item")
    private @Nullable String lineItem;

    @Column(name = "item_version")
    private @Nullable Integer itemVersion;

    @Column(name = "domain_order")
    private @Nullable String domainOrder;

    /** Counters of the answer where a cancel came first; a repair lets them go on from what Order Management knows. */
    @Column(name = "snapshot_revision")
    private long snapshotRevision;

    @Column(name = "entry_sequence")
    private long entrySequence;

    protected RequestedKey() {
        // for JPA; rows are made by RequestedKeys.lock
    }

    Outcome outcome() {
        return outcome;
    }

    long answeredRevision() {
        return answeredRevision;
    }

    /** True for a request that is not above the highest one seen. */
    boolean isStale(long requestRevision) {
        return requestRevision <= answeredRevision;
    }

    /** Nothing is to be done for it, but its revision counts as seen. */
    void seen(long requestRevision) {
        answeredRevision = Math.max(answeredRevision, requestRevision);
    }

    void created() {
        outcome = Outcome.CREATED;
        refusalCode = null;
        reason = null;
    }

    void refused(RequestWorkOrder request, String code, String why, Instant now) {
        outcome = Outcome.REFUSED;
        refusalCode = code;
        reason = why;
        decidedAt = now;
        remember(request.origin());
    }

    void canceled(CancelWorkOrder request, Instant now) {
        outcome = Outcome.CANCELED;
        reason = request.reason();
        requestedBy = request.requestedBy();
        decidedAt = now;
        remember(request.origin());
        KnownHistory known = request.known();
        if (known != null) {
            snapshotRevision = Math.max(snapshotRevision, known.snapshotRevision() + 1);
            entrySequence = Math.max(entrySequence, known.entrySequence() + 1);
        }
    }

    /** Takes part in a repair: the next answer is newer than what Order Management has. */
    void repair(KnownHistory known) {
        snapshotRevision = Math.max(snapshotRevision, known.snapshotRevision() + 1);
        if (known.entrySequence() > entrySequence) {
            entrySequence = known.entrySequence() + 1;
        }
    }

    private void remember(WorkOrderOrigin origin) {
        customerOrder = origin.customerOrder();
        lineItem = origin.lineItem();
        itemVersion = origin.itemVersion();
        domainOrder = origin.domainOrder();
    }

    WorkOrderOrigin origin() {
        return new WorkOrderOrigin(customerOrder, lineItem, itemVersion == null ? 1 : itemVersion, domainOrder);
    }

    /** What an inventory says of it; only for a key that was refused, or canceled before it was created. */
    InventoryItem item() {
        boolean canceled = outcome == Outcome.CANCELED;
        return new InventoryItem(
                id,
                null,
                null,
                outcome.name(),
                canceled ? snapshotRevision : 0,
                answeredRevision,
                canceled ? entrySequence : 0,
                origin());
    }

    UUID id() {
        return id;
    }

    /** The answer where the creation was refused. */
    WorkOrderRequestRefused refusal() {
        return new WorkOrderRequestRefused(id, null, answeredRevision, refusalCode, reason);
    }

    /** The answer where a cancel came first: the same every time, but for the answered revision. */
    WorkOrderChanged cancellation() {
        String state = WorkOrderState.CANCELED.name();
        WorkOrderSnapshot snapshot = new WorkOrderSnapshot(
                state, null, null, null, null, null, null, null, null, reason, "om", false, false, false, List.of());
        ActivityEntry entry = new ActivityEntry(
                entrySequence,
                decidedAt,
                EntryContent.CANCELED,
                requestedBy == null ? EntryContent.FIELD_SERVICE : requestedBy,
                null,
                state,
                List.of(),
                reason,
                null);
        return new WorkOrderChanged(id, null, snapshotRevision, answeredRevision, snapshot, List.of(entry), null);
    }
}
