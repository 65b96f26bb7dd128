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
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
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

    @Embedded
    private RequestCounter requests = new RequestCounter();

    @Embedded
    private LastReport reported = new LastReport();

    @Embedded
    private EntryLog entries = new EntryLog();

    @Convert(converter = WorkOrderDataText.class)
    @Column(name = "wanted")
    private WorkOrderData wanted;

    @Embedded
    private Provenance provenance = new Provenance();

    @Embedded
    private @Nullable Waiver waiver;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected WorkOrderLink() {
        // for JPA
    }

    private WorkOrderLink(UUID key, DomainOrder order, LinkOrigin origin, WorkOrderData wanted, Instant at) {
        this.key = key;
        this.domainOrderId = order.id();
        this.origin = origin;
        this.template = wanted.template();
        this.state = LinkState.REQUESTED;
        this.wanted = wanted;
        this.createdAt = at;
    }

    /** A work order that the plan wants; its creation is to be sent. */
    public static WorkOrderLink planned(UUID key, DomainOrder order, PlanStep.Create step, Instant at) {
        WorkOrderLink link = new WorkOrderLink(key, order, LinkOrigin.PLAN, step.data(), at);
        link.occurrence = step.occurrence();
        link.generation = step.generation();
        link.decidedBy(step.work(), order.decision().tableVersion(), at);
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
        requests.next();
    }

    /** Keeps which rows of which version want it now; nothing is sent for that. */
    void decidedBy(WantedWork work, int version, Instant at) {
        provenance.decidedBy(work, version, at);
    }

    /** Asks for its cancellation, which is never taken back. */
    void cancel(String why) {
        if (!existing().isOpen()) {
            throw new IllegalStateException("the work order " + key + " can't be canceled again");
        }
        requests.cancel();
        reason = why;
    }

    /** Asks again for a work order that Field Service refused to create. */
    void retry(WorkOrderData data) {
        checkRetryable();
        update(data);
        state = LinkState.REQUESTED;
        reason = null;
        waiver = null;
    }

    /** Does without a work order that Field Service refused to create: it no longer stands against closing. */
    public void waive(String why, String by) {
        checkRefused("WAIVE");
        if (isWaived()) {
            throw wrongState(
                    Refusal.conflict("wrong-state.waived")
                            .with("number", named())
                            .with("state", state),
                    "WAIVE");
        }
        waiver = new Waiver(by, why);
    }

    /** Refuses with {@code wrong-state} unless Field Service refused to create it. */
    public void checkRetryable() {
        checkRefused("RETRY");
    }

    /** Whether Field Service refused to create it, and was not asked again since. */
    boolean isRefused() {
        return state == LinkState.REFUSED && pending().isEmpty();
    }

    private void checkRefused(String transition) {
        if (!isRefused()) {
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
        return number() == null ? template : number();
    }

    public boolean isWaived() {
        return waiver != null;
    }

    Waiver waiver() {
        return waiver == null ? new Waiver() : waiver;
    }

    /** How far Field Service's history is known here; a repair tells it. */
    public KnownHistory known() {
        return entries.known(reported.revision());
    }

    /**
     * Takes over what Field Service reports, when it is newer than what is known.
     *
     * @return whether it was newer
     */
    public boolean follow(long revision, @Nullable String number, LinkState newState, WorkOrderSnapshot snapshot) {
        if (!reported.follow(revision, number, snapshot)) {
            return false;
        }
        state = newState;
        if (newState == LinkState.CANCELED && snapshot.cancelReason() != null) {
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
        requests.answered(revision);
        if (requests.refuseCancel(revision)) {
            return RefusedRequest.CANCELLATION;
        }
        if (creation && reported.revision() == 0) {
            state = LinkState.REFUSED;
            reason = why;
            return RefusedRequest.CREATION;
        }
        return RefusedRequest.UPDATE;
    }

    /** What is not answered yet; empty when Field Service has seen every request. */
    public Optional<Pending> pending() {
        if (requests.isAnswered()) {
            return Optional.empty();
        }
        if (requests.isCancelUnanswered()) {
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
        return state == LinkState.CANCELED && !requests.hasCancel();
    }

    /** Whether Field Service refused to cancel it: it said so, or its work was done when the cancel came. */
    public boolean isCancelRefused() {
        return requests.isCancelRefused(state.isClosedByWork());
    }

    public ExistingWork existing() {
        return new ExistingWork(
                key,
                origin,
                template,
                occurrence == null ? 0 : occurrence,
                generation == null ? 0 : generation,
                state,
                requests.hasCancel(),
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
        return reported.number();
    }

    /** What was asked of Field Service, and how far it has answered. */
    public RequestCounter requests() {
        return requests;
    }

    /** How far its activity is written. */
    public EntryLog entries() {
        return entries;
    }

    LastReport reported() {
        return reported;
    }

    /** For how long its visits are planned, from the start of the first to the end of the last; zero before one is. */
    public Duration planned() {
        return reported.planned();
    }

    /** The newest snapshot that counted; 0 before the first one. */
    public long snapshotRevision() {
        return reported.revision();
    }

    LinkFigures figures(String domainOrder, String customerOrder) {
        return new LinkFigures(
                key,
                domainOrder,
                customerOrder,
                state.name(),
                number(),
                requests.revision(),
                requests.answeredRevision(),
                reported.revision(),
                entries.lastSequence());
    }

    /** As last sent. */
    public WorkOrderData wanted() {
        return wanted;
    }

    /** What of the decision table wants it now. */
    public Provenance provenance() {
        return provenance;
    }

    @Nullable
    String reason() {
        return reason;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
