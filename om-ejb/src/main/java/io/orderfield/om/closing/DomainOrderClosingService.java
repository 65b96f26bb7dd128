package io.orderfield.om.closing;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.closing.ClosingDesk.Decision;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.DomainOrderViews;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Closes domain orders, never before their work is closed. */
@Stateless
@May(Right.DECIDE_ORDERS)
public class DomainOrderClosingService {
    @Inject
    private ClosingDesk desk;

    @Inject
    private DomainOrders orders;

    @Inject
    private DomainOrderViews views;

    @Inject
    private CurrentUser user;

    /**
     * Closes a domain order: CLOSED_COMPLETE, or CLOSED_INCOMPLETE where work was not completed and that is acknowledged.
     *
     * @param acknowledgeIncomplete whether the caller accepts work that was not completed
     * @param reason at most 4,000 characters; required where incomplete work is acknowledged
     * @param expectedVersion the version that the caller saw, null when it does not matter
     * @throws Refusal {@code open-work-orders} or {@code closing-blocked} with {@code blockers} (a list of {@link
     *     Blocker}), {@code incomplete-work-not-acknowledged} with {@code workOrders}, {@code wrong-state}, STALE,
     *     NOT_FOUND
     */
    public DomainOrderView close(
            String number, boolean acknowledgeIncomplete, @Nullable String reason, @Nullable Long expectedVersion) {
        DomainOrder closed =
                desk.close(number, new Decision(acknowledgeIncomplete, reason, user.name()), expectedVersion);
        return views.view(user, closed);
    }

    /** Everything that stands against closing now; empty when it can be closed, or is closed already. */
    @May(Right.READ_ORDERS)
    public List<Blocker> blockers(String number) {
        return desk.blockers(orders.seenBy(user, number));
    }

    /**
     * Closes every domain order of a customer order that can be closed, parts before wholes.
     *
     * @return what was closed, and why the rest was not
     */
    public ClosingResult closeAllOfOrder(String customerOrder, boolean acknowledgeIncomplete, @Nullable String reason) {
        return desk.closeAll(customerOrder, new Decision(acknowledgeIncomplete, reason, user.name()));
    }

    /**
     * Closes every domain order of a line item that can be closed, parts before wholes.
     *
     * @param expectedRevision the item's revision that the caller saw, null when it does not matter
     * @return what was closed, and why the rest was not
     */
    public ClosingResult closeAllOfItem(
            String lineItem, boolean acknowledgeIncomplete, @Nullable String reason, @Nullable Long expectedRevision) {
        return desk.closeAllOfItem(
                lineItem, new Decision(acknowledgeIncomplete, reason, user.name()), expectedRevision);
    }
}
