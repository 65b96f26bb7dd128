package io.orderfield.web.customerorder;

import io.orderfield.om.change.OrderCancellationView;
import io.orderfield.om.change.OrderCancellationView.ItemCancellation;
import io.orderfield.om.change.PreviewedChangeService;
import io.orderfield.web.ui.Decisions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The dialog in which a whole order is canceled: what it would do to the work of each item comes first. */
@Named("orderCancellation")
@ViewScoped
public class OrderCancellationDialog implements Serializable {
    private static final long serialVersionUID = 1L;

    /** More items than somebody reads; the number of the rest is told. */
    private static final int MOST_SHOWN = 20;

    @Inject
    CustomerOrderPage page;

    @Inject
    PreviewedChangeService previewed;

    @Inject
    Decisions decisions;

    private @Nullable String reason;
    private @Nullable String seenImpact;
    private boolean exceptPastPointOfNoReturn;
    private transient @Nullable OrderCancellationView impact;

    /** Opens the dialog with what the cancellation would do now. */
    public void open() {
        reason = null;
        exceptPastPointOfNoReturn = false;
        preview();
    }

    /** Cancels the order, unless its work has moved on since the preview: then the reader looks again. */
    public void cancel() {
        String number = number();
        String etag = Objects.toString(seenImpact, "");
        if (decisions
                .attempt(
                        "order.cancellation",
                        () -> previewed.cancelOrder(
                                number, Objects.toString(reason, ""), exceptPastPointOfNoReturn, etag),
                        number)
                .isPresent()) {
            preview(); // what it would do now
        }
        page.load();
    }

    private void preview() {
        impact = null;
        decisions
                .quietly(() -> impact = previewed.impactOfOrderCancellation(number()))
                .ifPresent(decisions::tell);
        seenImpact = impact == null ? null : impact.etag();
    }

    private String number() {
        return Objects.requireNonNull(page.getNumber(), "the page has no order");
    }

    /** The first of the items with work, and of those that keep theirs. */
    public List<ItemCancellation> getItems() {
        return concerned().stream().limit(MOST_SHOWN).toList();
    }

    /** How many more there are. */
    public int getItemsBesides() {
        return Math.max(0, concerned().size() - MOST_SHOWN);
    }

    private List<ItemCancellation> concerned() {
        OrderCancellationView shown = impact;
        return shown == null
                ? List.of()
                : shown.lineItems().stream()
                        .filter(i -> i.pastPointOfNoReturn()
                                || !i.cancels().isEmpty()
                                || !i.leaves().isEmpty())
                        .toList();
    }

    /** Whether items are past the point of no return, so that only the others can be canceled. */
    public boolean isSomeKept() {
        return impact != null && !impact.kept().isEmpty();
    }

    public boolean isExceptPastPointOfNoReturn() {
        return exceptPastPointOfNoReturn;
    }

    public void setExceptPastPointOfNoReturn(boolean exceptPastPointOfNoReturn) {
        this.exceptPastPointOfNoReturn = exceptPastPointOfNoReturn;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
