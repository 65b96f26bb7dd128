package io.orderfield.om.customerorder;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.FieldChange;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One product at one location. It is written in DRAFT, follows its order until the approval, and from then on lives by
 * itself: it is changed in flight (each applied change raises its version), canceled, taken past the point of no return,
 * and ends when its domain orders have ended. Past the point of no return nothing changes or cancels it any more.
 *
 * <p>An aggregate of its own, because most commands lock one item and not its order.
 */
@Entity
@Table(name = "order_line_item", schema = "om")
public class OrderLineItem {
    private static final String WHAT = "lineItem";

    @Id
    private UUID id;

    @Version
    private long revision;

    @Column(name = "number")
    private String number;

    @Column(name = "order_id")
    private UUID orderId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private OrderState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private @Nullable Outcome outcome;

    @Embedded
    private LineItemColumns said = new LineItemColumns();

    @Column(name = "item_version")
    private int version;

    @Column(name = "ponr_by")
    private @Nullable String pointOfNoReturnBy;

    @Column(name = "ponr_at")
    private @Nullable Instant pointOfNoReturnAt;

    @Column(name = "ponr_reason")
    private @Nullable String pointOfNoReturnReason;

    @Column(name = "approved_by")
    private @Nullable String approvedBy;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    @Column(name = "change_count")
    private int changeCount;

    @Column(name = "cancel_reason")
    private @Nullable String cancelReason;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "signed_by")
    private @Nullable String signedBy;

    @Column(name = "signed_at")
    private @Nullable Instant signedAt;

    protected OrderLineItem() {
        // for JPA
    }

    /** A new item in DRAFT. */
    public static OrderLineItem draft(String number, UUID orderId, LineItemData data, Instant at) {
        OrderLineItem item = new OrderLineItem();
        item.id = UuidCreator.getTimeOrderedEpoch();
        item.number = number;
        item.orderId = orderId;
        item.state = OrderState.DRAFT;
        item.write(data, at);
        return item;
    }

    /** New items in DRAFT, each with the next of these numbers. */
    public static List<OrderLineItem> drafts(List<String> numbers, UUID orderId, List<LineItemData> data, Instant at) {
        return IntStream.range(0, data.size())
                .mapToObj(i -> draft(numbers.get(i), orderId, data.get(i), at))
                .toList();
    }

    /** A new item of an order that is in progress or on hold, which waits for the manager: NEW, with no work yet. */
    public static OrderLineItem requestedInFlight(String number, UUID orderId, LineItemData data, Instant at) {
        OrderLineItem item = draft(number, orderId, data, at);
        item.move(OrderAction.PLACE, at);
        return item;
    }

    /** A new item of an order that is in progress or on hold: approved with its order's approval, in its order's state. */
    public static OrderLineItem addedInFlight(
            String number, UUID orderId, OrderState stateOfOrder, LineItemData data, String by, Instant at) {
        OrderLineItem item = requestedInFlight(number, orderId, data, at);
        item.approveAddition(stateOfOrder, by, at);
        return item;
    }

    /** Starts the work of an item that was added in flight: it is in the state of its order from now on. */
    public void approveAddition(OrderState stateOfOrder, String by, Instant at) {
        approve(by, at);
        if (stateOfOrder == OrderState.ON_HOLD) {
            move(OrderAction.HOLD, at);
        }
    }

    /** Makes a transition that carries nothing but the new state. */
    public void move(OrderAction step, Instant at) {
        state = WrongState.next(state, step, WHAT, number);
        updatedAt = at;
    }

    void approve(String by, Instant at) {
        move(OrderAction.APPROVE, at);
        version = 1;
        approvedBy = by;
        approvedAt = at;
    }

    /**
     * Replaces what a DRAFT says.
     *
     * @return whether anything differs
     */
    public boolean edit(LineItemData next, Instant at) {
        if (state != OrderState.DRAFT) {
            throw WrongState.refusal(WHAT, number, state, "EDIT");
        }
        boolean differs = !data().equals(next);
        if (differs) {
            write(next, at);
        }
        return differs;
    }

    /**
     * Applies a change in flight and raises the <em>item version</em> by one. A change without a difference changes nothing.
     * The caller announces it as {@link LineItemRevised}; {@code om.change.InflightFollower} observes that and recomputes the
     * plan of each of the item's domain orders, in the same transaction.
     *
     * @return old and new value per field
     * @throws Refusal {@code past-point-of-no-return}, {@code wrong-state}, or {@code fixed-after-approval} for a field
     *     that only a DRAFT may change
     */
    public List<FieldChange> applyInFlight(LineItemData next, Instant at) {
        List<FieldChange> differences = differencesInFlight(next);
        if (!differences.isEmpty()) {
            write(next, at);
            version++;
        }
        return differences;
    }

    /**
     * What a change in flight would change.
     *
     * @return old and new value per field
     * @throws Refusal as {@link #applyInFlight}
     */
    public List<FieldChange> differencesInFlight(LineItemData next) {
        checkChangeable("CHANGE_IN_FLIGHT");
        LineItemData now = data();
        if (now.action() != next.action()
                || !now.specification().equals(next.specification())
                || !now.location().equals(next.location())) {
            throw Refusal.conflict("fixed-after-approval").with("number", number);
        }
        return now.differencesTo(next);
    }

    /** Counts one more change, asked for or applied; which changes the record for optimistic callers. */
    public void countChange(Instant at) {
        changeCount++;
        updatedAt = at;
    }

    /**
     * Takes the item past the point of no return; from now on nothing changes or cancels it. There is no way back.
     *
     * @param by user name, or what decided it, such as {@code work order policy v1}
     * @return false when it was past it already; nothing changes then
     * @throws Refusal {@code wrong-state} unless IN_PROGRESS or ON_HOLD
     */
    public boolean passPointOfNoReturn(String by, @Nullable String reason, Instant at) {
        if (isPastPointOfNoReturn()) {
            return false;
        }
        if (!state.isInProgress()) {
            throw WrongState.refusal(WHAT, number, state, "PASS_POINT_OF_NO_RETURN");
        }
        pointOfNoReturnBy = by;
        pointOfNoReturnAt = at;
        pointOfNoReturnReason = reason;
        updatedAt = at;
        return true;
    }

    /**
     * Cancels the item: at once before approval, else CANCELLATION_IN_PROGRESS until its domain orders have ended.
     *
     * @throws Refusal {@code past-point-of-no-return} or {@code wrong-state}
     */
    public void cancel(String reason, Instant at) {
        checkNotPastPointOfNoReturn();
        move(OrderAction.CANCEL, at);
        cancelReason = reason;
    }

    /**
     * Takes a cancellation back: the item is in progress again, or on hold where its order is. The caller recomputes its
     * plan.
     */
    public void keep(boolean orderIsOnHold, Instant at) {
        move(OrderAction.KEEP, at);
        cancelReason = null;
        if (orderIsOnHold) {
            move(OrderAction.HOLD, at);
        }
    }

    /** Refuses with {@code wrong-state} unless its cancellation is in progress, so that somebody may decide about it. */
    public void checkCancellationInProgress() {
        if (state != OrderState.CANCELLATION_IN_PROGRESS) {
            throw WrongState.refusal(WHAT, number, state, "DECIDE_CANCELLATION");
        }
    }

    /**
     * Ends the item after its domain orders: all canceled makes it CANCELED, else COMPLETED. To be called, under the
     * item's lock, only when every domain order of the item is closed or canceled. An item whose cancellation was asked
     * for but whose work was partly closed before is COMPLETED.
     *
     * @param allCanceled whether every domain order is CANCELED (or there is none)
     * @param anyIncomplete whether one of them is CLOSED_INCOMPLETE
     */
    public void rollUp(boolean allCanceled, boolean anyIncomplete, Instant at) {
        if (allCanceled) {
            move(OrderAction.FINISH_CANCELLATION, at);
            return;
        }
        if (state == OrderState.CANCELLATION_IN_PROGRESS) {
            move(OrderAction.KEEP, at);
        }
        move(OrderAction.COMPLETE, at);
        outcome = anyIncomplete ? Outcome.INCOMPLETE : Outcome.COMPLETE;
    }

    /** Says whose the change was that has just been made. */
    public void sign(String by) {
        signedBy = by;
        signedAt = updatedAt;
    }

    /** The last change; of a person only where that person's was the last. */
    public LastChange lastChange() {
        return new LastChange(updatedAt.equals(signedAt) ? signedBy : null, updatedAt);
    }

    /**
     * Refuses unless the item may be changed or canceled: in progress or on <em>hold</em> (changes and cancellation stay
     * possible), and not past the point of no return.
     *
     * @param transition what is wanted, for the refusal
     */
    public void checkChangeable(String transition) {
        checkNotPastPointOfNoReturn();
        if (!state.isInProgress()) {
            throw WrongState.refusal(WHAT, number, state, transition);
        }
    }

    private void checkNotPastPointOfNoReturn() {
        if (isPastPointOfNoReturn()) {
            throw PastPointOfNoReturn.refusal(List.of(number));
        }
    }

    private void write(LineItemData data, Instant at) {
        said.write(data);
        updatedAt = at;
    }

    /** What it says. */
    public LineItemData data() {
        return said.data();
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public UUID orderId() {
        return orderId;
    }

    public OrderState state() {
        return state;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    /** 0 before approval, 1 from approval, one more with each applied change. */
    public int version() {
        return version;
    }

    /** How many changes in flight were asked for or applied. */
    public int changeCount() {
        return changeCount;
    }

    /** Who made version 1: who approved its order, or added it in flight; null before. */
    @Nullable
    public String approvedBy() {
        return approvedBy;
    }

    @Nullable
    public Instant approvedAt() {
        return approvedAt;
    }

    /** Changes with every change of the record; the lock of optimistic callers. */
    public long revision() {
        return revision;
    }

    public boolean isPastPointOfNoReturn() {
        return pointOfNoReturnAt != null;
    }

    @Nullable
    public PointOfNoReturnView pointOfNoReturn() {
        return pointOfNoReturnBy == null || pointOfNoReturnAt == null
                ? null
                : new PointOfNoReturnView(pointOfNoReturnBy, pointOfNoReturnAt, pointOfNoReturnReason);
    }

    public @Nullable String cancelReason() {
        return cancelReason;
    }
}
