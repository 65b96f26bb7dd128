package io.orderfield.om.domainorder;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One node of a line item's specification tree, with the work orders that the decision table wants for it. It comes into
 * being with the approval of its item, never without it, and is never shared between items.
 *
 * <p>It is held and resumed with its order or by itself, canceled with its item once Field Service has answered for every work order, or
 * closed by a manager once all of its work is closed. Closed or canceled, it takes notes but no work.
 *
 * <p>It keeps the version of the decision table and the decision date of its approval: a later change decides with them.
 * Its work order links are read and locked under its lock; a change of one of them {@linkplain #touch touches} it.
 */
@Entity
@Table(name = "domain_order", schema = "om")
public class DomainOrder {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "revision")
    private long revision;

    @Column(name = "number", updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    @Column(name = "type", updatable = false)
    private DomainOrderType type;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private DomainOrderState state;

    @Embedded
    private SpecificationNode node;

    @Column(name = "item_id", updatable = false)
    private UUID itemId;

    @Column(name = "line_item", updatable = false)
    private String lineItem;

    @Column(name = "order_id", updatable = false)
    private UUID orderId;

    @Column(name = "customer_order", updatable = false)
    private String customerOrder;

    @Column(name = "account", updatable = false)
    private String account;

    @Column(name = "action", updatable = false)
    private String action;

    @Column(name = "quantity")
    private int quantity;

    @Column(name = "location", updatable = false)
    private String location;

    @Embedded
    private PolicyDecision decision;

    @Embedded
    private Holds holds = new Holds();

    @Column(name = "last_note_position")
    private long lastNotePosition;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Embedded
    private @Nullable Closing closing;

    @Column(name = "last_verified_at")
    private @Nullable Instant lastVerifiedAt;

    protected DomainOrder() {
        // for JPA
    }

    /**
     * A new domain order.
     *
     * @param factor how many per one of the item's product
     * @param onHold whether its order is on hold already
     */
    public static DomainOrder approved(
            String number,
            DomainOrderType type,
            @Nullable DomainOrder parent,
            ItemFacts item,
            String specification,
            int factor,
            boolean onHold,
            int tableVersion,
            LocalDate decisionDate,
            Instant at) {
        DomainOrder order = new DomainOrder();
        order.id = UuidCreator.getTimeOrderedEpoch();
        order.number = number;
        order.type = type;
        order.state = onHold ? DomainOrderState.ON_HOLD : DomainOrderState.IN_PROGRESS;
        order.holds.withOrder(onHold);
        order.node = new SpecificationNode(parent, specification, factor);
        order.itemId = item.id();
        order.lineItem = item.number();
        order.orderId = item.orderId();
        order.customerOrder = item.customerOrder();
        order.account = item.account();
        order.action = item.action();
        order.quantity = order.quantityFor(item.quantity());
        order.location = item.location();
        order.decision = new PolicyDecision(tableVersion, decisionDate);
        order.createdAt = at;
        order.updatedAt = at;
        return order;
    }

    /** The quantity of this domain order for a quantity of the item. */
    public int quantityFor(int itemQuantity) {
        return node.quantityFor(itemQuantity, lineItem);
    }

    /** Takes over the quantity of its changed item. */
    public void follow(int itemQuantity, Instant at) {
        quantity = quantityFor(itemQuantity);
        touch(at);
    }

    /**
     * Holds it with its order.
     *
     * @return whether it goes on no longer; false where it was on hold by itself already
     */
    public boolean holdWithOrder(Instant at) {
        boolean stops = !holds.isHeldByItself();
        if (stops) {
            move(DomainOrderAction.HOLD, at);
        }
        holds.withOrder(true);
        return stops;
    }

    /**
     * Ends the hold that came with its order.
     *
     * @return whether it goes on; false where it is on hold by itself as well, or was not held with its order
     */
    public boolean resumeWithOrder(Instant at) {
        boolean goesOn = holds.isHeldWithOrder() && !holds.isHeldByItself();
        if (goesOn) {
            move(DomainOrderAction.RESUME, at);
        }
        holds.withOrder(false);
        return goesOn;
    }

    /**
     * Holds it by itself, whatever its order does.
     *
     * @return whether it goes on no longer; false where it was on hold with its order already
     * @throws Refusal {@code wrong-state} where it is on hold by itself already, or neither in progress nor on hold
     */
    public boolean holdByItself(String by, @Nullable String reason, Instant at) {
        boolean stops = !holds.isHeldWithOrder() || holds.isHeldByItself();
        if (stops) {
            move(DomainOrderAction.HOLD, at);
        } else {
            touch(at);
        }
        holds.byItself(by, reason, at);
        return stops;
    }

    /**
     * Ends its own hold.
     *
     * @return whether it goes on; false where its order is still on hold
     * @throws Refusal {@code held-with-order} where it has no hold of its own, {@code wrong-state} where it is not on hold
     */
    public boolean resumeByItself(Instant at) {
        DomainOrderState next = next(DomainOrderAction.RESUME);
        if (!holds.isHeldByItself()) {
            throw Refusal.conflict("held-with-order")
                    .with("number", number)
                    .with("customerOrder", customerOrder)
                    .showing("customerOrder", customerOrder);
        }
        holds.endOwn();
        state = holds.isHeldWithOrder() ? state : next;
        touch(at);
        return !holds.isHeldWithOrder();
    }

    /** Begins to cancel: its work orders are being canceled. What held it has no meaning any more. */
    public void cancel(Instant at) {
        move(DomainOrderAction.CANCEL, at);
        holds.withOrder(false);
        holds.endOwn();
    }

    /** Takes the cancellation back, with its item: it is in progress, or on hold where its order is. */
    public void keep(boolean orderIsOnHold, Instant at) {
        move(DomainOrderAction.KEEP, at);
        if (orderIsOnHold) {
            holdWithOrder(at);
        }
    }

    /** Decides with another version of the table from now on. The decision date stays that of its approval. */
    public void replan(int version, Instant at) {
        checkTakesWork();
        decision.replan(version);
        touch(at);
    }

    /** Ends the cancellation: Field Service has answered for every work order, and refused none or a manager cancels anyway. */
    public void finishCancellation(Instant at) {
        move(DomainOrderAction.FINISH_CANCELLATION, at);
    }

    /**
     * Closes it. The caller has seen to it, under the lock, that nothing stands against closing.
     *
     * @param incomplete whether some of its work was not completed, acknowledged by whoever closes
     */
    public void close(boolean incomplete, String by, @Nullable String reason, Instant at) {
        move(incomplete ? DomainOrderAction.CLOSE_INCOMPLETE : DomainOrderAction.CLOSE_COMPLETE, at);
        closing = new Closing(by, reason, at);
    }

    /** Refuses with {@code wrong-state} unless the action is possible now. */
    public void checkCan(DomainOrderAction step) {
        next(step);
    }

    /**
     * Refuses with {@code domain-order-closed} once it takes no more work. That a change of its item is then refused as a
     * whole, with nothing applied, is decided over all domain orders of the item in {@code om.change.InflightPlan}.
     */
    public void checkTakesWork() {
        if (!takesWork()) {
            throw Refusal.conflict("domain-order-closed")
                    .with("number", number)
                    .with("state", state)
                    .showing("state", state.name())
                    .showing("domainOrders", List.of(number));
        }
    }

    /** Whether further work orders may be made for it. */
    public boolean takesWork() {
        return state == DomainOrderState.IN_PROGRESS || state == DomainOrderState.ON_HOLD;
    }

    /** Records that it or one of its work order links has changed. */
    public void touch(Instant at) {
        revision++;
        updatedAt = at;
    }

    /** Records that a reconciliation found its work orders in Field Service as they are believed to be. */
    public void verified(Instant at) {
        lastVerifiedAt = at;
    }

    /** The position of its next note; the caller holds its lock, so positions rise as they are recorded. */
    long nextNotePosition() {
        return ++lastNotePosition;
    }

    private void move(DomainOrderAction step, Instant at) {
        state = next(step);
        touch(at);
    }

    private DomainOrderState next(DomainOrderAction step) {
        return state.after(step).orElseThrow(() -> Refusal.conflict("wrong-state.record")
                .with("what", "domainOrder")
                .with("number", number)
                .with("state", state)
                .with("transition", step)
                .showing("state", state.name())
                .showing("transition", step.name()));
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    DomainOrderType type() {
        return type;
    }

    public DomainOrderState state() {
        return state;
    }

    /** Its node of the item's specification tree. */
    public SpecificationNode node() {
        return node;
    }

    public UUID itemId() {
        return itemId;
    }

    public String lineItem() {
        return lineItem;
    }

    UUID orderId() {
        return orderId;
    }

    public String customerOrder() {
        return customerOrder;
    }

    public String account() {
        return account;
    }

    String action() {
        return action;
    }

    public String specification() {
        return node.specification();
    }

    public int quantity() {
        return quantity;
    }

    public String location() {
        return location;
    }

    /** What decides about its work. */
    public PolicyDecision decision() {
        return decision;
    }

    /** What holds it, null when nothing does. */
    @Nullable
    HoldView hold() {
        return state == DomainOrderState.ON_HOLD ? holds.view() : null;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Closing closing() {
        return closing == null ? new Closing() : closing;
    }

    @Nullable
    Instant lastVerifiedAt() {
        return lastVerifiedAt;
    }

    /** Rises with every change of it or of one of its links, and with nothing else. */
    public long revision() {
        return revision;
    }
}
