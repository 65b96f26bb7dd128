package io.orderfield.web.customerorder;

import io.orderfield.om.domainorder.DomainOrderService;
import io.orderfield.om.ordering.CustomerOrderOverview;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.LineItemFilter;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.web.ui.Pager;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The line items of the order that the page is about, page by page, with the domain orders of those that are shown. */
@Named("customerOrderItems")
@ViewScoped
public class CustomerOrderItems implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    @Inject
    CustomerOrderPage page;

    @Inject
    CustomerOrderService orders;

    @Inject
    DomainOrderService domainOrders;

    private final Pager pager = new Pager(SHOWN);
    private @Nullable String state;
    private @Nullable String text;
    private transient @Nullable Shown shown;

    /**
     * A page as it was read; a postback works with what the reader saw.
     *
     * @param of the order as it was read before
     * @param first how many come before it
     */
    private record Shown(
            CustomerOrderOverview of, int first, List<LineItemView> items, List<DomainOrderProgress> progress) {}

    /** Another filter. */
    public void filter() {
        pager.restart();
        shown = null;
    }

    private Shown shown(CustomerOrderOverview order) {
        Shown known = shown;
        if (known == null || known.of() != order || known.first() != pager.getFirst()) {
            String number = order.order().number();
            LineItemFilter filter = new LineItemFilter(state == null ? Set.of() : Set.of(state), text);
            pager.counted(orders.countLineItems(number, filter));
            List<LineItemView> items = orders.lineItems(number, filter, pager.getFirst(), SHOWN);
            List<DomainOrderProgress> progress = order.order().approvedAt() == null
                    ? List.of()
                    : DomainOrderProgress.tree(domainOrders.ofLineItems(
                            number, items.stream().map(LineItemView::number).toList()));
            known = new Shown(order, pager.getFirst(), items, progress);
            shown = known;
        }
        return known;
    }

    /** The items of this page, by number. */
    public List<LineItemView> getShown() {
        CustomerOrderOverview order = page.getOverview();
        return order == null ? List.of() : shown(order).items();
    }

    /** Their domain orders, each followed by its parts. */
    public List<DomainOrderProgress> getProgress() {
        CustomerOrderOverview order = page.getOverview();
        return order == null ? List.of() : shown(order).progress();
    }

    /** Whether there are so many items that somebody may look for some. */
    public boolean isFilterable() {
        return page.getLineItemCount() > SHOWN;
    }

    /** How many items are in each state, by its name. */
    public Map<String, Long> getStates() {
        CustomerOrderOverview order = page.getOverview();
        return order == null ? Map.of() : order.lineItemStates();
    }

    public Pager getPager() {
        return pager;
    }

    public @Nullable String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = state == null || state.isBlank() ? null : state;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
