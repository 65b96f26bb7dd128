package io.orderfield.web.domainorder;

import io.orderfield.messaging.right.Right;
import io.orderfield.om.change.FollowUpService;
import io.orderfield.om.change.WaitingFollowUpView;
import io.orderfield.web.ui.Chosen;
import io.orderfield.web.ui.Me;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The manager's decision about further work that Field Service wants, on the domain order's page. */
@Named("followUpWishes")
@ViewScoped
public class FollowUpWishes extends DomainOrderDecisions {
    private static final long serialVersionUID = 1L;

    @Inject
    FollowUpService wishes;

    @Inject
    Me me;

    private @Nullable UUID chosen;
    private transient @Nullable List<WaitingFollowUpView> waiting;

    /** What waits; for others than managers nothing. */
    public List<WaitingFollowUpView> getWaiting() {
        List<WaitingFollowUpView> known = waiting;
        if (known == null) {
            known = me.may(Right.DECIDE_ORDERS) ? wishes.ofDomainOrder(number()) : List.of();
            waiting = known;
        }
        return known;
    }

    public void approve(WaitingFollowUpView wish) {
        decide("followUp.approved", () -> wishes.approve(number(), wish.id(), version()));
    }

    /** Opens the question for the reason. */
    public void openRefusal(WaitingFollowUpView wish) {
        chosen = wish.id();
        open(wish.templateName() == null ? wish.template() : wish.templateName());
    }

    public void refuse() {
        UUID wish = Chosen.key(chosen);
        decide("followUp.refused", () -> wishes.refuse(number(), wish, written(), version()));
    }

    @Override
    void decide(String done, Runnable decided) {
        waiting = null;
        super.decide(done, decided);
    }
}
