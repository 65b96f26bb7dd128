package io.orderfield.om.customerorder;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.kernel.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
 * What an account ordered. An agent (or the partner) writes it in DRAFT and places it; a manager approves or rejects it.
 * From the approval on its items live by themselves, and the order follows them: it is COMPLETED or CANCELED when all of
 * them have ended.
 *
 * <p>Its verbs take the items, all of them and all locked, because an order-level step is a step of each item.
 */
@Entity
@Table(name = "customer_order", schema = "om")
public class CustomerOrder {
    private static final String WHAT = "customerOrder";

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "number")
    private String number;

    @Column(name = "account")
    private String account;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private OrderState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private @Nullable Outcome outcome;

    @Embedded
    private DefaultsColumns defaults = new DefaultsColumns();

    @Column(name = "partner_reference")
    private @Nullable String partnerReference;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Embedded
    private @Nullable Placement placement;

    @Column(name = "approved_by")
    private @Nullable String approvedBy;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    @Column(name = "reason")
    private @Nullable String reason;

    /** Revisions of items that are gone, so that the version seen from outside never falls. */
    @Column(name = "removed_revisions")
    private long removedRevisions;

    @Column(name = "revised_by")
    private @Nullable String revisedBy;

    @Column(name = "revised_at")
    private @Nullable Instant revisedAt;

    @Column(name = "created_channel")
    private @Nullable String createdChannel;

    protected CustomerOrder() {
        // for JPA
    }

    /**
     * A new order in DRAFT.
     *
     * @param byPartner whether a partner writes it: then no other order of a partner may repeat its reference
     */
    public static CustomerOrder draft(
            String number, String account, CustomerOrderDefaults defaults, boolean byPartner, String by, Instant at) {
        CustomerOrder order = new CustomerOrder();
        order.id = UuidCreator.getTimeOrderedEpoch();
        order.number = number;
        order.account = account;
        order.state = OrderState.DRAFT;
        order.createdBy = by;
        order.createdAt = at;
        order.write(defaults, at);
        order.partnerReference = byPartner ? defaults.externalReference() : null;
        return order;
    }

    /** Hands the order to the manager. */
    public void place(List<OrderLineItem> items, String by, String channel, Instant at) {
        OrderState next = WrongState.next(state, OrderAction.PLACE, WHAT, number);
        if (items.isEmpty()) {
            throw Refusal.conflict("empty-order").with("number", number);
        }
        items.forEach(i -> i.move(OrderAction.PLACE, at));
        become(next, at);
        if (placement == null) {
            placement = new Placement(by, channel, at);
        } else {
            placement.again(by, channel, at);
        }
    }

    /** Records the channel that a new order came through. */
    public void createdThrough(String channel) {
        createdChannel = channel;
    }

    /** Takes a placed order back into DRAFT. */
    public void withdraw(List<OrderLineItem> items, Instant at) {
        moveAll(OrderAction.WITHDRAW, items, at);
    }

    /** Takes a rejected order back into DRAFT. */
    public void rework(List<OrderLineItem> items, Instant at) {
        moveAll(OrderAction.REWORK, items, at);
        reason = null;
    }

    public void reject(List<OrderLineItem> items, String why, Instant at) {
        moveAll(OrderAction.REJECT, items, at);
        reason = why;
    }

    /** Starts the work; every item is at version 1 from now on. */
    public void approve(List<OrderLineItem> items, String by, Instant at) {
        OrderState next = WrongState.next(state, OrderAction.APPROVE, WHAT, number);
        items.forEach(i -> i.approve(by, at));
        become(next, at);
        approvedBy = by;
        approvedAt = at;
    }

    /** Halts the order and those of its items that are in progress. */
    public void hold(List<OrderLineItem> items, Instant at) {
        OrderState next = WrongState.next(state, OrderAction.HOLD, WHAT, number);
        items.stream().filter(i -> i.state() == OrderState.IN_PROGRESS).forEach(i -> i.move(OrderAction.HOLD, at));
        become(next, at);
    }

    /** Goes on with what the hold halted. */
    public void resume(List<OrderLineItem> items, Instant at) {
        OrderState next = WrongState.next(state, OrderAction.RESUME, WHAT, number);
        items.stream().filter(i -> i.state() == OrderState.ON_HOLD).forEach(i -> i.move(OrderAction.RESUME, at));
        become(next, at);
    }

    /**
     * Cancels the order, at once before the approval. Later its open items wait for Field Service, but for those that were
     * to be added: they have no work and are canceled at once. Items past the point of no return refuse it, unless the
     * caller asks for the other items alone: then the order itself goes on.
     *
     * @return the items that are canceled now, or whose cancellation is in progress
     * @throws Refusal {@code past-point-of-no-return} with the numbers, or {@code wrong-state}
     */
    public List<OrderLineItem> cancel(
            List<OrderLineItem> items, String why, boolean exceptPastPointOfNoReturn, Instant at) {
        OrderState next = WrongState.next(state, OrderAction.CANCEL, WHAT, number);
        List<OrderLineItem> open = items.stream().filter(i -> !hasEnded(i)).toList();
        List<String> past = open.stream()
                .filter(OrderLineItem::isPastPointOfNoReturn)
                .map(OrderLineItem::number)
                .toList();
        List<OrderLineItem> cancelable = open.stream()
                .filter(i -> !i.isPastPointOfNoReturn() && i.state() != OrderState.CANCELLATION_IN_PROGRESS)
                .toList();
        if (!past.isEmpty() && (!exceptPastPointOfNoReturn || cancelable.isEmpty())) {
            throw PastPointOfNoReturn.refusal(past);
        }
        cancelable.forEach(i -> i.cancel(why, at));
        if (past.isEmpty()) {
            become(next, at);
            reason = why;
        }
        updatedAt = at;
        return cancelable;
    }

    /**
     * Whether an item of the order has ended. Of an order that was approved, one that the manager did not let in stands for
     * nothing any more.
     */
    public boolean hasEnded(OrderLineItem item) {
        return item.state().isFinal() || (approved() && item.state() == OrderState.REJECTED);
    }

    /** Refuses with {@code wrong-state} unless the order may be canceled now. */
    public void checkCancelable() {
        WrongState.next(state, OrderAction.CANCEL, WHAT, number);
    }

    /**
     * Follows the items: all CANCELED makes it CANCELED, all ended COMPLETED, none waiting for a cancellation any more
     * brings it back IN_PROGRESS.
     *
     * @param items all of them, locked
     * @return whether the state changed
     */
    boolean rollUp(List<OrderLineItem> items, Instant at) {
        if (state.isFinal() || items.isEmpty() || !approved()) {
            return false;
        }
        boolean ended = items.stream().allMatch(this::hasEnded);
        if (ended && items.stream().noneMatch(i -> i.state() == OrderState.COMPLETED)) {
            backInProgress();
            become(WrongState.next(state, OrderAction.FINISH_CANCELLATION, WHAT, number), at);
            return true;
        }
        if (ended) {
            backInProgress();
            become(WrongState.next(state, OrderAction.COMPLETE, WHAT, number), at);
            outcome = items.stream().anyMatch(i -> i.outcome() == Outcome.INCOMPLETE)
                    ? Outcome.INCOMPLETE
                    : Outcome.COMPLETE;
            return true;
        }
        if (state == OrderState.CANCELLATION_IN_PROGRESS
                && items.stream().noneMatch(i -> i.state() == OrderState.CANCELLATION_IN_PROGRESS)) {
            become(WrongState.next(state, OrderAction.KEEP, WHAT, number), at);
            reason = null;
            return true;
        }
        return false;
    }

    /** Replaces what the order says for all its items; in DRAFT, in progress and on hold only. */
    public void revise(CustomerOrderDefaults next, Instant at) {
        checkRevisable();
        boolean hadPartnerReference = partnerReference != null;
        write(next, at);
        partnerReference = hadPartnerReference ? next.externalReference() : null;
    }

    /** Says whose the revision was that has just been made. */
    public void signRevision(String by) {
        revisedBy = by;
        revisedAt = updatedAt;
    }

    /** Who wrote last what the order says for all its items, and when. */
    public LastChange lastRevision() {
        return revisedAt == null ? new LastChange(createdBy, createdAt) : new LastChange(revisedBy, revisedAt);
    }

    /** Refuses unless it may be revised: in DRAFT, in progress and on hold. */
    public void checkRevisable() {
        if (state != OrderState.DRAFT && !state.isInProgress()) {
            throw WrongState.refusal(WHAT, number, state, "REVISE");
        }
    }

    /** Refuses unless items may be added: in DRAFT, in progress and on hold. */
    public void checkAcceptsItems() {
        if (state != OrderState.DRAFT && !state.isInProgress()) {
            throw WrongState.refusal(WHAT, number, state, "ADD_LINE_ITEMS");
        }
    }

    /** Records that its items changed. */
    public void touch(Instant at) {
        updatedAt = at;
    }

    /** Lets go of an item of a DRAFT. */
    public void forget(OrderLineItem item, Instant at) {
        if (state != OrderState.DRAFT) {
            throw WrongState.refusal(WHAT, number, state, "REMOVE_LINE_ITEM");
        }
        removedRevisions += item.revision();
        updatedAt = at;
    }

    private void moveAll(OrderAction step, List<OrderLineItem> items, Instant at) {
        OrderState next = WrongState.next(state, step, WHAT, number);
        items.forEach(i -> i.move(step, at));
        become(next, at);
    }

    /** A roll-up may find an order on hold or being canceled whose last item ended: it leaves that state first. */
    private void backInProgress() {
        if (state == OrderState.ON_HOLD) {
            state = WrongState.next(state, OrderAction.RESUME, WHAT, number);
        } else if (state == OrderState.CANCELLATION_IN_PROGRESS) {
            state = WrongState.next(state, OrderAction.KEEP, WHAT, number);
        }
    }

    private boolean approved() {
        return approvedAt != null;
    }

    private void become(OrderState next, Instant at) {
        state = next;
        updatedAt = at;
    }

    private void write(CustomerOrderDefaults said, Instant at) {
        defaults.write(said);
        updatedAt = at;
    }

    public CustomerOrderDefaults defaults() {
        return defaults.defaults();
    }

    /** The version seen from outside: it rises with every change of the order or of one of these, all its items. */
    public long versionWith(List<OrderLineItem> items) {
        return versionWith(items.stream().mapToLong(OrderLineItem::revision).sum());
    }

    /** The same for the sum of its items' revisions. */
    public long versionWith(long revisionsOfItems) {
        return version + removedRevisions + revisionsOfItems;
    }

    public @Nullable String createdChannel() {
        return createdChannel;
    }

    public Placement placement() {
        return placement == null ? new Placement() : placement;
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    /** Number of the account. */
    public String account() {
        return account;
    }

    public OrderState state() {
        return state;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public @Nullable String approvedBy() {
        return approvedBy;
    }

    public @Nullable Instant approvedAt() {
        return approvedAt;
    }

    @Nullable
    public String reason() {
        return reason;
    }
}
