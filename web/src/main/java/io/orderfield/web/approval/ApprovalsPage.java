package io.orderfield.web.approval;

import io.orderfield.om.change.FollowUpService;
import io.orderfield.om.change.WaitingFollowUpView;
import io.orderfield.om.ordering.CustomerOrderFilter;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.CustomerOrderSummary;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.web.ui.Chosen;
import io.orderfield.web.ui.Decisions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Placed orders, the oldest first, to approve or reject; requested changes are in {@link ChangeApprovals}. An order is opened before it is decided: one at a time. */
@Named("approvalsPage")
@ViewScoped
public class ApprovalsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;
    private static final int MOST_ITEMS = 50;
    private static final CustomerOrderFilter WAITING = CustomerOrderFilter.waiting();

    @Inject
    CustomerOrderService orders;

    @Inject
    ChangeApprovals changes;

    @Inject
    FollowUpService followUps;

    @Inject
    Decisions decisions;

    private transient @Nullable List<CustomerOrderSummary> waiting;
    private transient @Nullable List<WaitingFollowUpView> wishes;
    private transient @Nullable CustomerOrderView chosen;
    private @Nullable String number;
    private long version;
    private @Nullable String reason;

    public List<CustomerOrderSummary> getWaiting() {
        List<CustomerOrderSummary> known = waiting;
        if (known == null) {
            known = orders.list(WAITING, 0, MOST);
            waiting = known;
        }
        return known;
    }

    /** How many wait in all, even where the page shows the first of them. */
    public long getCount() {
        return orders.count(WAITING);
    }

    /** Follow-up work that waits, decided on its domain order's page. */
    public List<WaitingFollowUpView> getWishes() {
        List<WaitingFollowUpView> known = wishes;
        if (known == null) {
            known = followUps.waiting(0, MOST);
            wishes = known;
        }
        return known;
    }

    /** Shows what was ordered. */
    public void choose(String orderNumber) {
        changes.forget();
        number = orderNumber;
        reason = null;
        show();
    }

    public void approve() {
        String order = Chosen.number(number);
        decisions.attempt("approval.approved", () -> orders.approve(order, version), order);
        decided();
    }

    public void reject() {
        String order = Chosen.number(number);
        boolean refused = decisions
                .attempt("approval.rejected", () -> orders.reject(order, reason == null ? "" : reason, version), order)
                .isPresent();
        if (refused) {
            show(); // what is current
        } else {
            decided();
        }
    }

    public @Nullable CustomerOrderView getChosen() {
        if (chosen == null && number != null) {
            show();
        }
        return chosen;
    }

    /** The first line items of the chosen order; its own page has all. */
    public List<LineItemView> getChosenItems() {
        CustomerOrderView shown = getChosen();
        return shown == null
                ? List.of()
                : shown.lineItems().stream().limit(MOST_ITEMS).toList();
    }

    /** How many more it has. */
    public int getMoreItems() {
        CustomerOrderView shown = getChosen();
        return shown == null ? 0 : Math.max(0, shown.lineItems().size() - MOST_ITEMS);
    }

    /** Shows no order any more. */
    void forgetChoice() {
        chosen = null;
        number = null;
        reason = null;
    }

    private void decided() {
        waiting = null;
        forgetChoice();
    }

    private void show() {
        String asked = number;
        chosen = asked == null ? null : decisions.orErrorPage(() -> orders.find(asked));
        version = chosen == null ? 0 : chosen.version();
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
