package io.orderfield.web.customerorder;

import io.orderfield.messaging.right.Right;
import io.orderfield.om.change.CancellationDecision;
import io.orderfield.om.change.CancellationDecisionService;
import io.orderfield.om.change.CancellationView;
import io.orderfield.om.change.ImpactView;
import io.orderfield.om.change.PreviewedChangeService;
import io.orderfield.om.inflight.InflightChangeFilter;
import io.orderfield.om.inflight.InflightChangeService;
import io.orderfield.om.inflight.InflightChangeView;
import io.orderfield.om.ordering.CustomerOrderOverview;
import io.orderfield.om.ordering.LineItemService;
import io.orderfield.om.ordering.LineItemVersionView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.settings.Approval;
import io.orderfield.web.ui.Chosen;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Me;
import io.orderfield.web.ui.Pager;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a decision on the page of an order, item by item: requested changes, and cancellations that Field Service
 * could not carry out everywhere. Beside it the history of an item, and the preview of its cancellation.
 */
@Named("lineItemDecisions")
@ViewScoped
public class LineItemDecisions implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_VERSIONS = 200;

    /** More cancellations at once are decided one after the other anyway. */
    private static final int SHOWN = 10;

    @Inject
    CustomerOrderPage page;

    @Inject
    LineItemService lineItems;

    @Inject
    InflightChangeService changes;

    @Inject
    CancellationDecisionService cancellations;

    @Inject
    PreviewedChangeService previewed;

    @Inject
    Decisions decisions;

    @Inject
    Me me;

    private @Nullable String item;
    private @Nullable String decision;
    private @Nullable String reason;
    private @Nullable String seenImpact;
    private transient @Nullable ImpactView impact;
    private transient @Nullable List<LineItemVersionView> versions;
    private final Pager requestedPager = new Pager(SHOWN);
    private final Pager undecidedPager = new Pager(SHOWN);
    private transient @Nullable Waiting waiting;

    /** Changes of the order's items that wait for the manager: a page of them. */
    public List<InflightChangeView> getRequested() {
        return waiting().requested();
    }

    /** Cancellations that wait for the manager: a page of them. */
    public List<CancellationView> getUndecided() {
        return waiting().undecided();
    }

    public Pager getRequestedPager() {
        return requestedPager;
    }

    public Pager getUndecidedPager() {
        return undecidedPager;
    }

    /** What waits, as it was read with the order; a postback works with what the reader saw. */
    private Waiting waiting() {
        CustomerOrderOverview order = page.getOverview();
        if (order == null) {
            return Waiting.NOTHING;
        }
        Waiting known = waiting;
        if (known == null
                || known.of() != order
                || known.requestedFirst() != requestedPager.getFirst()
                || known.undecidedFirst() != undecidedPager.getFirst()) {
            known = read(order);
            waiting = known;
        }
        return known;
    }

    private Waiting read(CustomerOrderOverview order) {
        String number = order.order().number();
        InflightChangeFilter filter = new InflightChangeFilter(Set.of("REQUESTED"), number);
        requestedPager.counted(changes.count(filter));
        List<InflightChangeView> requested = changes.list(filter, requestedPager.getFirst(), requestedPager.getSize());
        List<CancellationView> undecided = List.of();
        if (me.may(Right.READ_ORDERS) && order.cancelsItems()) {
            undecidedPager.counted(cancellations.countUndecided(number));
            undecided = cancellations.undecided(number, undecidedPager.getFirst(), undecidedPager.getSize());
        } else {
            undecidedPager.counted(0);
        }
        return new Waiting(order, requestedPager.getFirst(), requested, undecidedPager.getFirst(), undecided);
    }

    private record Waiting(
            @Nullable CustomerOrderOverview of,
            int requestedFirst,
            List<InflightChangeView> requested,
            int undecidedFirst,
            List<CancellationView> undecided) {
        static final Waiting NOTHING = new Waiting(null, 0, List.of(), 0, List.of());
    }

    public void withdraw(InflightChangeView change) {
        decisions.attempt(
                "change.withdrawn", () -> changes.withdraw(change.number(), change.revision()), change.number());
        page.load();
    }

    /** Opens the decision about a cancellation. */
    public void open(CancellationView cancellation, String chosen) {
        item = cancellation.lineItem();
        decision = chosen;
        reason = null;
    }

    public void decide() {
        String number = Chosen.number(item);
        CancellationDecision chosen = isKeeping() ? CancellationDecision.KEEP : CancellationDecision.CANCEL_ANYWAY;
        String done = isKeeping() ? "cancellation.kept" : "cancellation.canceled";
        if (decisions
                .attempt(done, () -> cancellations.decide(number, chosen, Objects.toString(reason, ""), null), number)
                .isEmpty()) {
            reason = null;
        }
        page.load();
    }

    /** Opens the history of an item. */
    public void openVersions(LineItemView chosen) {
        item = chosen.number();
        versions = null;
    }

    /** The versions of the chosen item, the newest first. */
    public List<LineItemVersionView> getVersions() {
        List<LineItemVersionView> known = versions;
        if (known == null) {
            String number = item;
            if (number == null) {
                return List.of();
            }
            int newest = lineItems.find(number).version();
            List<LineItemVersionView> page =
                    lineItems.versions(number, Math.max(0, newest - MOST_VERSIONS), MOST_VERSIONS);
            known = page.stream()
                    .sorted(Comparator.comparing(LineItemVersionView::version).reversed())
                    .toList();
            versions = known;
        }
        return known;
    }

    /** Opens the cancellation of an item, with what it would do to its work. */
    public void openCancellation(LineItemView chosen) {
        page.choose(chosen);
        item = chosen.number();
        reason = null;
        preview();
    }

    /** Cancels the item, unless its work has moved on since the preview. */
    public void cancel() {
        String number = Chosen.number(item);
        String etag = Objects.toString(seenImpact, "");
        if (decisions
                .attempt(
                        isForApproval() ? "item.cancellation.requested" : "item.cancellation",
                        () -> previewed.cancel(number, Objects.toString(reason, ""), etag),
                        number)
                .isPresent()) {
            preview(); // what it would do now
        }
        page.load();
    }

    private void preview() {
        String number = item;
        if (number == null) {
            return; // there is nothing to look at
        }
        impact = null;
        decisions.quietly(() -> impact = previewed.impactOfCancellation(number)).ifPresent(decisions::tell);
        seenImpact = impact == null ? null : impact.etag();
    }

    /** What the cancellation would do; null where it isn't possible any more. */
    public @Nullable ImpactView getImpact() {
        return impact;
    }

    /** Whether the manager is asked first. */
    public boolean isForApproval() {
        return changes.approval() == Approval.MANAGER;
    }

    /** Whether the reader may take requested changes back. */
    public boolean isWithdrawing() {
        return me.may(Right.WRITE_ORDERS);
    }

    /** Whether the reader decides about cancellations. */
    public boolean isDeciding() {
        return me.may(Right.DECIDE_ORDERS);
    }

    public boolean isKeeping() {
        return "keep".equals(decision);
    }

    public @Nullable String getItem() {
        return item;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
