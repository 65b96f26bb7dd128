package io.orderfield.om.sync;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.SentenceText;
import io.orderfield.messaging.contract.InventoryItem;
import io.orderfield.messaging.contract.WorkOrderOrigin;
import io.orderfield.om.OmSentences;
import io.orderfield.om.domainorder.LinkFigures;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A work order about which the two sides differ. At first it is a suspicion; the second look confirms or dismisses it; a
 * confirmed one is repaired, or left to a person.
 */
@Entity
@Table(name = "reconciliation_finding", schema = "om")
class Finding {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "reconciliation_id", updatable = false)
    private UUID reconciliationId;

    @Column(name = "work_order_key", updatable = false)
    private UUID workOrderKey;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private FindingKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private FindingState state;

    /** The work order's state in Field Service, null where it does not have it. */
    @Column(name = "state_there")
    private @Nullable String stateThere;

    /** In English, for what reads the table by itself, an earlier release among it. */
    @Column(name = "detail")
    private String detail;

    /** How the two sides differ, as data; older findings have the detail alone. */
    @Column(name = "sentence")
    private @Nullable String sentence;

    @Column(name = "work_order")
    private @Nullable String workOrder;

    @Column(name = "domain_order")
    private @Nullable String domainOrder;

    @Column(name = "customer_order")
    private @Nullable String customerOrder;

    @Column(name = "line_item")
    private @Nullable String lineItem;

    @Column(name = "item_version")
    private int itemVersion;

    /** The newest request when it was suspected: an unanswered one counts only when it is the same at the second look. */
    @Column(name = "request_revision", updatable = false)
    private long requestRevision;

    /** The newest request that Field Service has seen. */
    @Column(name = "seen_requests")
    private long seenRequests;

    @Column(name = "found_at", updatable = false)
    private Instant foundAt;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    protected Finding() {
        // for JPA
    }

    Finding(
            UUID reconciliationId,
            UUID workOrderKey,
            Difference difference,
            @Nullable LinkFigures link,
            @Nullable InventoryItem item,
            Instant at) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.reconciliationId = reconciliationId;
        this.workOrderKey = workOrderKey;
        this.state = FindingState.SUSPECTED;
        this.foundAt = at;
        this.itemVersion = 1;
        this.requestRevision = link == null ? 0 : link.requestRevision();
        describe(difference, link, item);
    }

    private void describe(Difference difference, @Nullable LinkFigures link, @Nullable InventoryItem item) {
        kind = difference.kind();
        detail = OmSentences.english(difference.detail());
        sentence = SentenceText.write(difference.detail());
        stateThere = item == null ? null : item.state();
        if (item != null) {
            WorkOrderOrigin origin = item.origin();
            workOrder = item.number();
            seenRequests = item.answeredRequestRevision();
            customerOrder = origin.customerOrder();
            domainOrder = origin.domainOrder();
            lineItem = origin.lineItem();
            itemVersion = origin.itemVersion();
        } else {
            seenRequests = 0;
        }
        if (link != null) {
            workOrder = workOrder == null ? link.number() : workOrder;
            domainOrder = link.domainOrder();
            customerOrder = link.customerOrder();
        }
    }

    /** The second look: it is still there, perhaps as another kind. */
    void confirm(Difference difference, @Nullable LinkFigures link, @Nullable InventoryItem item, Instant at) {
        describe(difference, link, item);
        decide(FindingState.CONFIRMED, at);
    }

    /** The second look: it is gone. */
    void dismiss(Instant at) {
        decide(FindingState.DISMISSED, at);
    }

    void repaired(Instant at) {
        decide(FindingState.REPAIRED, at);
    }

    void left(Instant at) {
        decide(FindingState.LEFT, at);
    }

    private void decide(FindingState next, Instant at) {
        state = next;
        decidedAt = at;
    }

    /** It looks like an orphan, but the domain order has such a work order: it is one too many. */
    void isDuplicate() {
        kind = FindingKind.DUPLICATE;
    }

    /** Whether the request that it saw unanswered is still the newest. */
    boolean sawRequest(long revision) {
        return requestRevision == revision;
    }

    /** Whether Field Service has it as closed by work: no message changes that any more. */
    boolean isClosedThere() {
        return "CLOSED_COMPLETE".equals(stateThere) || "CLOSED_INCOMPLETE".equals(stateThere);
    }

    UUID workOrderKey() {
        return workOrderKey;
    }

    FindingKind kind() {
        return kind;
    }

    /** How the two sides differ. */
    Sentence detail() {
        return Objects.requireNonNull(SentenceText.said(sentence, detail));
    }

    long seenRequests() {
        return seenRequests;
    }

    @Nullable
    String workOrder() {
        return workOrder;
    }

    @Nullable
    String domainOrder() {
        return domainOrder;
    }

    WorkOrderOrigin origin() {
        return new WorkOrderOrigin(customerOrder, lineItem, itemVersion, domainOrder);
    }

    FindingView view() {
        return new FindingView(
                workOrderKey,
                kind.name(),
                state.name(),
                detail(),
                workOrder,
                domainOrder,
                customerOrder,
                foundAt,
                decidedAt);
    }
}
