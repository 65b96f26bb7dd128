package io.orderfield.om.domainorder;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.KnownHistory;
import io.orderfield.messaging.contract.WorkOrderSnapshot;
import io.orderfield.om.plan.ExistingWork;
import io.orderfield.om.plan.LinkOrigin;
import io.orderfield.om.plan.LinkState;
import io.orderfield.om.plan.PlanStep;
import io.orderfield.om.plan.WantedWork;
import io.orderfield.om.plan.WorkOrderData;
import io.orderfield.rules.PointOfNoReturnTrigger;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Order Management knows of one work order: what it asked for, what Field Service answered, and the state that Field
 * Service last reported. Read and changed under the lock of its domain order only.
 *
 * <p>Two counters have one writer each: Order Management counts its requests, Field Service its snapshots. While a request
 * is unanswered the link is {@linkplain #pending pending}. A snapshot counts only when it is newer than the last one.
 * Activity entries have a sequence of their own.
 *
 * <p>Occurrence and generation make the plan key, unique in the database, so that nothing creates a planned work order
 * twice. By hand and follow-up work orders are keyed by their request alone.
 */
@Entity
@Table(name = "work_order_link", schema = "om")
public class WorkOrderLink {
    @Id
    @Column(name = "work_order_key")
    private UUID key;

    @Version
    private long version;

    @Column(name = "domain_order_id", updatable = false)
    private UUID domainOrderId;

    @Enumerated(EnumType.STRING)
    @Column(name = "origin", updatable = false)
    private LinkOrigin origin;

    @Column(name = "template", updatable = false)
    private String template;

    @Column(name = "occurrence", updatable = false)
    private @Nullable Integer occurrence;

    @Column(name = "generation", updatable = false)
    private @Nullable Integer generation;

    @Column(name = "follows_key", updatable = false)
    private @Nullable UUID followsKey;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private LinkState state;

    @Column(name = "number")
    private @Nullable String number;

    @Column(name = "request_revision")
    private long requestRevision;

    @Column(name = "answered_request_revision")
    private long answeredRequestRevision;

    @Column(name = "snapshot_revision")
    private long snapshotRevision;

    @Column(name = "last_entry_sequence")
    private long lastEntrySequence;

    @Column(name = "reused_sequence")
    private @Nullable Long reusedSequence;

    @Column(name = "reused_at")
    private @Nullable Instant reusedAt;

    @Column(name = "cancel_revision")
    private @Nullable Long cancelRevision;

    @Column(name = "cancel_refused")
    private boolean cancelRefused;

    @Convert(converter = WorkOrderDataText.class)
    @Column(name = "wanted")
    private WorkOrderData wanted;

    @Column(name = "priority_override")
    private @Nullable Integer priorityOverride;

    @Column(name = "table_version")
    private @Nullable Integer tableVersion;

    @Convert(converter = RowNumbersText.class)
    @Column(name = "table_rows")
    private List<Integer> tableRows;

    @Enumerated(EnumType.STRING)
    @Column(name = "point_of_no_return")
    private PointOfNoReturnTrigger pointOfNoReturn;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "scheduled_start")
    private @Nullable Instant scheduledStart;

    @Column(name = "scheduled_end")
    private @Nullable Instant scheduledEnd;

    @Column(name = "assignee")
    private @Nullable String assignee;

    @Column(name = "assignee_name")
    private @Nullable String assigneeName;

    @Column(name = "canceled_by")
    private @Nullable String canceledBy;

    @Column(name = "cancel_settled")
    private boolean cancelSettled;

    @Column(name = "waived_by")
    private @Nullable String waivedBy;

    @Column(name = "waived_at")
    private @Nullable Instant waivedAt;

    @Column(name = "waive_reason")
    private @Nullable String waiveReason;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "gap_due_at")
    private @Nullable Instant gapDueAt;

    protected WorkOrderLink() {
        // for JPA
    }

    private WorkOrderLink(UUID key, DomainOrder order, LinkOrigin origin, WorkOrderData wanted, Instant at) {
        this.key = key;
        this.domainOrderId = order.id();
        this.origin = origin;
        this.template = wanted.template();
        this.state = LinkState.REQUESTED;
        this.requestRevision = 1;
        this.wanted = wanted;
        this.tableRows = List.of();
        this.pointOfNoReturn = PointOfNoReturnTrigger.NEVER;
        this.createdAt = at;
    }

    /** A work order that the plan wants; its creation is to be sent. */
    public static WorkOrderLink planned(UUID key, DomainOrder order, PlanStep.Create step, Instant at) {
        WorkOrderLink link = new WorkOrderLink(key, order, LinkOrigin.PLAN, step.data(), at);
        link.occurrence = step.occurrence();
        link.generation = step.generation();
        link.decidedBy(step.work(), order.tableVersion());
        return link;
    }

    /** A work order that a manager wants; its creation is to be sent. */
    public static WorkOrderLink byHand(
            UUID key, DomainOrder order, WorkOrderData data, @Nullable String reason, Instant at) {
        WorkOrderLink link = new WorkOrderLink(key, order, LinkOrigin.BY_HAND, data, at);
        link.reason = reason;
        return link;
    }

    /** Further work that Field Service wants, keyed by the wish; its creation is to be sent. */
    public static WorkOrderLink followUp(DomainOrder order, FollowUp wish, WorkOrderData data, Instant at) {
        WorkOrderLink link = new WorkOrderLink(wish.id(), order, LinkOrigin.FOLLOW_UP, data, at);
        link.followsKey = wish.workOrderKey();
        link.reason = wish.reason();
        return link;
    }

    /** Asks for other data; the whole state is to be sent. */
    void update(WorkOrderData data) {
        wanted = data;
        requestRevision++;
    }

    /** Keeps which rows of which version want it now; nothing is sent for that. */
    void decidedBy(WantedWork work, int version) {
        tableVersion = version;
        priorityOverride = work.priorityOverride();
        pointOfNoReturn = work.pointOfNoReturn();
        tableRows = work.rows();
    }

    /** Asks for its cancellation, which is never taken back. */
    void cancel(String why) {
        if (!existing().isOpen()) {
            throw new IllegalStateException("the work order " + key + " can't be canceled again");
        }
        requestRevision++;
        cancelRevision = requestRevision;
        cancelRefused = false;
        cancelSettled = false;
        reason = why;
    }

    /** Asks again for a work order that Field Service refused to create. */
    void retry(WorkOrderData data) {
        checkRetryable();
        update(data);
        state = LinkState.REQUESTED;
        reason = null;
        waivedBy = null;
        waivedAt = null;
        waiveReason = null;
    }

    /** Does without a work order that Field Service refused to create: it no longer stands against closing. */
    public void waive(String why, String by, Instant at) {
        checkRefused("WAIVE");
        if (waivedBy != null) {
            throw wrongState(
                    Refusal.conflict("wrong-state.waived")
                            .with("number", named())
                            .with("state", state),
                    "WAIVE");
        }
        waivedBy = by;
        waivedAt = at;
        waiveReason = why;
    }

    /** Refuses with {@code wrong-state} unless Field Service refused to create it. */
    public void checkRetryable() {
        checkRefused("RETRY");
    }

    private void checkRefused(String transition) {
        if (state != LinkState.REFUSED || pending().isPresent()) {
            throw wrongState(
                    Refusal.conflict("wrong-state.record")
                            .with("what", "workOrder")
                            .with("number", named())
                            .with("state", state)
                            .with("transition", transition),
                    transition);
        }
    }

    private Refusal wrongState(Refusal refusal, String transition) {
        return refusal.showing("state", state.name()).showing("transition", transition);
    }

    private String named() {
        return number == null ? template : number;
    }

    /** Notes that the manager has decided what its refused cancellation means. */
    public void settleCancellation() {
        cancelSettled = true;
    }

    /** Whether the manager has decided about its cancellation before the refusal of it arrived. */
    public boolean isCancellationSettled() {
        return cancelSettled;
    }

    public boolean isWaived() {
        return waivedBy != null;
    }

    @Nullable
    String waivedBy() {
        return waivedBy;
    }

    @Nullable
    String waiveReason() {
        return waiveReason;
    }

    /**
     * Notes up to which request Field Service has seen. Where that is more than was ever sent, this database was restored from
     * an older backup: the next request has to be above it.
     */
    public void answered(long revision) {
        answeredRequestRevision = Math.max(answeredRequestRevision, revision);
        requestRevision = Math.max(requestRevision, revision);
    }

    /** Notes that Field Service has seen no more than this: what it answered before is lost there, and pending again. */
    public void hasSeenOnly(long revision) {
        answered(revision);
        answeredRequestRevision = revision;
    }

    /** How far Field Service's history is known here; a repair tells it. */
    public KnownHistory known() {
        return new KnownHistory(snapshotRevision, lastEntrySequence, reusedSequence, reusedAt);
    }

    /** Whether its cancel is what Field Service, which has seen no more than this, has to get again. */
    boolean wantsCancelAfter(long revision) {
        return cancelRevision != null && cancelRevision > revision;
    }

    /**
     * Takes over what Field Service reports, when it is newer than what is known.
     *
     * @return whether it was newer
     */
    public boolean follow(
            long revision, @Nullable String reportedNumber, LinkState reported, WorkOrderSnapshot snapshot) {
        if (revision <= snapshotRevision) {
            return false;
        }
        snapshotRevision = revision;
        number = reportedNumber == null ? number : reportedNumber;
        state = reported;
        scheduledStart = snapshot.scheduledStart();
        scheduledEnd = snapshot.scheduledEnd();
        assignee = snapshot.assignee();
        assigneeName = snapshot.assigneeName();
        canceledBy = snapshot.canceledBy();
        if (reported == LinkState.CANCELED && snapshot.cancelReason() != null) {
            reason = snapshot.cancelReason();
        }
        return true;
    }

    /**
     * Takes a request as refused.
     *
     * @param revision highest request that Field Service has seen, the refused one
     * @param creation whether Field Service has no such work order
     */
    public RefusedRequest refused(long revision, boolean creation, String why) {
        answered(revision);
        if (cancelRevision != null && revision >= cancelRevision) {
            // the cancel did nothing: the plan sees an open (or closed) work order again, and may cancel anew
            cancelRevision = null;
            cancelRefused = true;
            return RefusedRequest.CANCELLATION;
        }
        if (creation && snapshotRevision == 0) {
            state = LinkState.REFUSED;
            reason = why;
            return RefusedRequest.CREATION;
        }
        return RefusedRequest.UPDATE;
    }

    /**
     * Notes that an entry came under a number that another one has: Field Service was restored from an older backup. It has
     * to give new numbers first; until then nobody knows which of its entries are new.
     */
    public void entryReused(long sequence, Instant occurredAt) {
        reusedSequence = sequence;
        reusedAt = occurredAt;
    }

    /** Field Service has given new numbers to the entries from this one on. */
    public void entriesRenumbered(long sequence) {
        if (reusedSequence != null && reusedSequence == sequence) {
            reusedSequence = null;
            reusedAt = null;
        }
    }

    /** Whether its entries wait for new numbers. */
    public boolean awaitsNewNumbers() {
        return reusedSequence != null;
    }

    /** Whether an entry with this sequence is the next one to be written. */
    public boolean expects(long sequence) {
        return sequence == lastEntrySequence + 1;
    }

    /** Whether an entry with this sequence was written before. */
    public boolean hasWritten(long sequence) {
        return sequence <= lastEntrySequence;
    }

    /** Notes that the expected entry was written. */
    public void wrote(long sequence) {
        if (!expects(sequence)) {
            throw new IllegalStateException("entry " + sequence + " does not follow " + lastEntrySequence);
        }
        lastEntrySequence = sequence;
    }

    /** The sequence of the first entry that is missing. */
    public long firstMissingEntry() {
        return lastEntrySequence + 1;
    }

    /** Sets when missing entries are to be asked for, or that none are missing. */
    public void entriesMissingUntil(@Nullable Instant dueAt) {
        gapDueAt = dueAt;
    }

    @Nullable
    public Instant gapDueAt() {
        return gapDueAt;
    }

    /** What is not answered yet; empty when Field Service has seen every request. */
    public Optional<Pending> pending() {
        if (requestRevision <= answeredRequestRevision) {
            return Optional.empty();
        }
        if (cancelRevision != null && cancelRevision > answeredRequestRevision) {
            return Optional.of(Pending.CANCEL);
        }
        return Optional.of(state == LinkState.REQUESTED ? Pending.CREATE : Pending.UPDATE);
    }

    /** Whether it stands against closing: not closed, refused without a decision, or with an unanswered request. */
    public boolean isOpen() {
        return !(state.isTerminal() || isWaived()) || pending().isPresent();
    }

    /** Whether Field Service would act on new data: it is open, nobody canceled it, and its creation was not refused. */
    public boolean takesRequests() {
        return existing().isOpen() && state != LinkState.REFUSED;
    }

    /** Whether Field Service canceled it without being asked. */
    public boolean isCanceledInFieldService() {
        return state == LinkState.CANCELED && cancelRevision == null;
    }

    /** Whether Field Service refused to cancel it: it said so, or its work was done when the cancel came. */
    public boolean isCancelRefused() {
        return !cancelSettled && (cancelRefused || (cancelRevision != null && state.isClosedByWork()));
    }

    public ExistingWork existing() {
        return new ExistingWork(
                key,
                origin,
                template,
                occurrence == null ? 0 : occurrence,
                generation == null ? 0 : generation,
                state,
                cancelRevision != null,
                wanted);
    }

    public UUID key() {
        return key;
    }

    UUID domainOrderId() {
        return domainOrderId;
    }

    public LinkOrigin origin() {
        return origin;
    }

    public String template() {
        return template;
    }

    /** Which of several of the same template, from 1; 1 where the plan did not want it. */
    public int occurrence() {
        return occurrence == null ? 1 : occurrence;
    }

    /** 1 where the plan did not want it. */
    int generation() {
        return generation == null ? 1 : generation;
    }

    /** The work order that it follows up, null for others. */
    @Nullable
    public UUID followsKey() {
        return followsKey;
    }

    public LinkState state() {
        return state;
    }

    @Nullable
    public String number() {
        return number;
    }

    public long requestRevision() {
        return requestRevision;
    }

    public long answeredRequestRevision() {
        return answeredRequestRevision;
    }

    public long snapshotRevision() {
        return snapshotRevision;
    }

    LinkFigures figures(String domainOrder, String customerOrder) {
        return new LinkFigures(
                key,
                domainOrder,
                customerOrder,
                state.name(),
                number,
                requestRevision,
                answeredRequestRevision,
                snapshotRevision,
                lastEntrySequence);
    }

    /** As last sent. */
    public WorkOrderData wanted() {
        return wanted;
    }

    @Nullable
    Integer priorityOverride() {
        return priorityOverride;
    }

    @Nullable
    public Integer tableVersion() {
        return tableVersion;
    }

    /** The rows of the decision table that want it, the deciding one first; empty where the plan did not want it. */
    public List<Integer> tableRows() {
        return List.copyOf(tableRows);
    }

    public PointOfNoReturnTrigger pointOfNoReturn() {
        return pointOfNoReturn;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    Instant scheduledStart() {
        return scheduledStart;
    }

    @Nullable
    Instant scheduledEnd() {
        return scheduledEnd;
    }

    @Nullable
    String assignee() {
        return assignee;
    }

    @Nullable
    String assigneeName() {
        return assigneeName;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
