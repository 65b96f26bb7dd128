package io.orderfield.web.customerorder;

import io.orderfield.om.customerorder.CustomerOrderView;
import io.orderfield.om.customerorder.InflightApproval;
import io.orderfield.om.customerorder.InflightChangeService;
import io.orderfield.om.customerorder.InflightChangeView;
import io.orderfield.om.customerorder.LineItemService;
import io.orderfield.om.customerorder.LineItemVersionView;
import io.orderfield.om.customerorder.LineItemView;
import io.orderfield.om.domainorder.CancellationDecision;
import io.orderfield.om.domainorder.CancellationDecisionService;
import io.orderfield.om.domainorder.CancellationView;
import io.orderfield.om.domainorder.ImpactView;
import io.orderfield.om.domainorder.PreviewedChangeService;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Me;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
    private static final int MOST_CANCELLATIONS = 20;

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
    private transient @Nullable CustomerOrderView pendingOf;
    private transient @Nullable List<CancellationView> pending;

    /** Changes of the order's items that wait for the manager. */
    public List<InflightChangeView> getRequested() {
        CustomerOrderView order = page.getOrder();
        return order == null
                ? List.of()
                : order.lineItems().stream()
                        .map(LineItemView::inflightChange)
                        .filter(Objects::nonNull)
                        .filter(c -> c.state().equals("REQUESTED"))
                        .toList();
    }

    /** Cancellations that wait for the manager. */
    public List<CancellationView> getUndecided() {
        CustomerOrderView order = page.getOrder();
        List<CancellationView> known = pending;
        if (known == null || !Objects.equals(order, pendingOf)) {
            known = order == null
                    ? List.of()
                    : order.lineItems().stream()
                            .filter(i -> i.state().equals("CANCELLATION_IN_PROGRESS"))
                            .limit(MOST_CANCELLATIONS)
                            .map(i -> cancellations.find(i.number()))
                            .filter(CancellationView::decidable)
                            .toList();
            pendingOf = order;
            pending = known;
        }
        return known;
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
        String number = Objects.requireNonNull(item, "no item was chosen");
        CancellationDecision chosen = CancellationDecision.named(String.valueOf(decision));
        String done = chosen == CancellationDecision.KEEP ? "cancellation.kept" : "cancellation.canceled";
        if (decisions
                .attempt(done, () -> cancellations.decide(number, chosen, Objects.toString(reason, ""), null), number)
                .isEmpty()) {
            reason = null;
        }
        pending = null;
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
        String number = Objects.requireNonNull(item, "no item was chosen");
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
        String number = Objects.requireNonNull(item, "no item was chosen");
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
        return changes.approval() == InflightApproval.MANAGER;
    }

    /** Whether the reader may take requested changes back. */
    public boolean isWithdrawing() {
        return me.isOrdering();
    }

    /** Whether the reader decides about cancellations. */
    public boolean isDeciding() {
        return me.isManager();
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
