package io.orderfield.web.domainorder;

import io.orderfield.messaging.right.Right;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.FollowUpService;
import io.orderfield.om.domainorder.WaitingFollowUpView;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Me;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The manager's decision about further work that Field Service wants, on the domain order's page. */
@Named("followUpWishes")
@ViewScoped
public class FollowUpWishes implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    DomainOrderPage page;

    @Inject
    FollowUpService wishes;

    @Inject
    Decisions decisions;

    @Inject
    Me me;

    private @Nullable UUID chosen;
    private @Nullable String chosenTemplate;
    private @Nullable String reason;
    private transient @Nullable List<WaitingFollowUpView> waiting;

    /** What waits; for others than managers nothing. */
    public List<WaitingFollowUpView> getWaiting() {
        List<WaitingFollowUpView> known = waiting;
        if (known == null) {
            known = me.may(Right.DECIDE_ORDERS) ? wishes.ofDomainOrder(order().number()) : List.of();
            waiting = known;
        }
        return known;
    }

    public void approve(WaitingFollowUpView wish) {
        decide("followUp.approved", () -> wishes.approve(order().number(), wish.id(), order().version()));
    }

    /** Opens the question for the reason. */
    public void openRefusal(WaitingFollowUpView wish) {
        chosen = wish.id();
        chosenTemplate = wish.templateName() == null ? wish.template() : wish.templateName();
        reason = null;
    }

    public void refuse() {
        UUID wish = Objects.requireNonNull(chosen, "no wish was chosen");
        decide(
                "followUp.refused",
                () -> wishes.refuse(order().number(), wish, Objects.toString(reason, ""), order().version()));
    }

    private void decide(String done, Runnable decided) {
        if (decisions.attempt(done, decided, order().number()).isEmpty()) {
            reason = null;
        }
        waiting = null;
        page.load();
    }

    private DomainOrderView order() {
        return Objects.requireNonNull(page.getOrder(), "the page has no domain order");
    }

    public @Nullable String getChosenTemplate() {
        return chosenTemplate;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
