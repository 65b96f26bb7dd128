package io.orderfield.web.customerorder;

import io.orderfield.messaging.right.Right;
import io.orderfield.om.closing.ClosingDecision;
import io.orderfield.om.closing.ClosingResult;
import io.orderfield.om.closing.DomainOrderClosingService;
import io.orderfield.om.closing.NotClosed;
import io.orderfield.om.ordering.CustomerOrderOverview;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemService;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.web.domainorder.Obstacle;
import io.orderfield.web.ui.Chosen;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Me;
import io.orderfield.web.ui.Step;
import io.orderfield.web.ui.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A customer order: its items, its domain orders, and what its state and the reader's roles allow to do. */
@Named("customerOrderPage")
@ViewScoped
public class CustomerOrderPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NOT_CLOSED = 20;

    @Inject
    CustomerOrderService orders;

    @Inject
    LineItemService lineItems;

    @Inject
    DomainOrderClosingService closing;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    @Inject
    Me me;

    private @Nullable String number;
    private long version;
    private transient @Nullable CustomerOrderOverview overview;
    private transient @Nullable List<NotClosed> notClosed;
    private @Nullable String reason;
    private boolean acknowledged;
    private @Nullable String chosenItem;
    private long chosenRevision;

    /** Reads what is current. */
    public void load() {
        String asked = number;
        overview = asked == null ? null : decisions.orErrorPage(() -> orders.overview(asked));
        if (overview != null) {
            version = overview.order().version();
        } else if (number == null) {
            decisions.answer(404);
        }
    }

    public void place() {
        decide("order.placed", () -> orders.place(record(), version));
    }

    public void withdraw() {
        decide("order.withdrawn", () -> orders.withdraw(record(), version));
    }

    public void rework() {
        decide("order.reworked", () -> orders.rework(record(), version));
    }

    public void approve() {
        decide("approval.approved", () -> orders.approve(record(), version));
    }

    public void reject() {
        decide("approval.rejected", () -> orders.reject(record(), written(), version));
    }

    public void hold() {
        decide("order.held", () -> orders.hold(record(), reason, version));
    }

    public void resume() {
        decide("order.resumed", () -> orders.resume(record(), version));
    }

    /** Closes the domain orders that can be closed; the page lists those that can't be, and why. */
    public void closeAll() {
        close(() -> closing.closeAllOfOrder(record(), new ClosingDecision(acknowledged, acknowledged ? reason : null)));
    }

    /** The same for one item. */
    public void closeItem(LineItemView item) {
        close(() -> closing.closeAllOfItem(item.number(), new ClosingDecision(false, null), item.revision()));
    }

    private void close(Supplier<ClosingResult> decision) {
        AtomicReference<ClosingResult> result = new AtomicReference<>();
        decisions.quietly(() -> result.set(decision.get())).ifPresent(decisions::tell);
        ClosingResult done = result.get();
        load();
        if (done != null) {
            decisions.say(texts.of(
                    "order.closedAll", done.closed().size(), done.notClosed().size()));
            notClosed = done.notClosed();
            acknowledged = false;
            reason = null;
        }
    }

    /** What the last closing left open, and why; at most so many that they can be read. */
    public List<NotClosed> getNotClosed() {
        return leftOpen().stream().limit(MOST_NOT_CLOSED).toList();
    }

    /** It stays on the page through live updates, until the next decision. */
    private List<NotClosed> leftOpen() {
        return notClosed == null ? List.of() : notClosed;
    }

    /** How many more the last closing left open. */
    public int getNotClosedBesides() {
        return Math.max(0, leftOpen().size() - MOST_NOT_CLOSED);
    }

    /** Whether some were left open only because nobody acknowledged that their work was not completed. */
    public boolean isAcknowledgeable() {
        return leftOpen().stream().anyMatch(n -> n.code().equals("incomplete-work-not-acknowledged"));
    }

    /** Whether the manager acknowledges work that was not completed. */
    public boolean isAcknowledged() {
        return acknowledged;
    }

    public void setAcknowledged(boolean acknowledged) {
        this.acknowledged = acknowledged;
    }

    /** The obstacles of a domain order that was left open. */
    public List<Obstacle> obstacles(NotClosed open) {
        return open.blockers().stream().map(Obstacle::of).toList();
    }

    /** The item that a dialog is about. */
    public void choose(LineItemView item) {
        chosenItem = item.number();
        chosenRevision = item.revision();
        reason = null;
    }

    public void passPointOfNoReturn() {
        decideItem("item.pastPonr", item -> lineItems.passPointOfNoReturn(item, reason, chosenRevision));
    }

    public void removeItem(LineItemView item) {
        choose(item);
        decideItem("item.removed", chosen -> lineItems.remove(chosen, null, chosenRevision));
    }

    private void decide(String done, Runnable decision) {
        notClosed = null;
        if (decisions.attempt(done, decision, record()).isEmpty()) {
            reason = null;
        }
        load(); // after a conflict the reader sees what is current
    }

    private void decideItem(String done, java.util.function.Consumer<String> decision) {
        String item = Chosen.number(chosenItem);
        if (decisions.attempt(done, () -> decision.accept(item), item).isEmpty()) {
            reason = null;
        }
        load();
    }

    private String record() {
        if (number == null) {
            throw new IllegalStateException("the page has no order");
        }
        return number;
    }

    /** A missing reason is refused by the service, which knows the rule. */
    private String written() {
        return reason == null ? "" : reason;
    }

    /** The order by itself; its items are in {@link CustomerOrderItems}. */
    public @Nullable CustomerOrderView getOrder() {
        CustomerOrderOverview known = getOverview();
        return known == null ? null : known.order();
    }

    /** The order as it was read last, and what is known of its items. */
    public @Nullable CustomerOrderOverview getOverview() {
        if (overview == null && number != null) {
            load();
        }
        return overview;
    }

    /** How many items it has. */
    public long getLineItemCount() {
        CustomerOrderOverview known = getOverview();
        return known == null ? 0 : known.lineItems();
    }

    public List<Step> getSteps() {
        CustomerOrderView shown = getOrder();
        return shown == null ? List.of() : Step.way(shown.way(), shown.state(), shown.over());
    }

    public boolean isDraft() {
        CustomerOrderView shown = getOrder();
        return shown != null && shown.draft();
    }

    public boolean isUnderWay() {
        CustomerOrderView shown = getOrder();
        return shown != null && shown.inProgress();
    }

    /** Whether its domain orders may be closed by now, and by the reader. */
    public boolean isClosable() {
        CustomerOrderView shown = getOrder();
        return shown != null && shown.closable() && me.may(Right.DECIDE_ORDERS);
    }

    /** Whether the reader may do it now. */
    public boolean allows(String action) {
        CustomerOrderView shown = getOrder();
        return shown != null && shown.allows(action);
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getChosenItem() {
        return chosenItem;
    }
}
