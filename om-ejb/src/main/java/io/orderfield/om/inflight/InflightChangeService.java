package io.orderfield.om.inflight;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.settings.Approval;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of orders in progress: what was asked for, and the manager's decision where the setting {@code inflight approval}
 * wants one. {@code expectedRevision} is the revision that the caller saw, null when it does not matter. Changes of another
 * partner's account are not found.
 */
@Stateless
@May(Right.READ_ORDERS)
public class InflightChangeService {
    @Inject
    private InflightChangeDesk desk;

    @Inject
    private InflightDesk inflight;

    @Inject
    private InflightChanges changes;

    @Inject
    private CurrentUser user;

    /** Who has to agree before a change of an order in progress is applied: a revised, added or canceled item. */
    public Approval approval() {
        return inflight.approval();
    }

    /** The change. */
    @May(value = Right.READ_ORDERS, hidden = true)
    public InflightChangeView find(String number) {
        return desk.find(user, number);
    }

    /**
     * A page of changes, the oldest request first.
     *
     * @param first how many to skip
     * @param max at most so many, 1 to 200
     */
    public List<InflightChangeView> list(InflightChangeFilter filter, int first, int max) {
        ListQuery.checkPage(first, max);
        return changes.list(filter, user.ownAccount(), first, max);
    }

    /** How many changes the filter matches. */
    public long count(InflightChangeFilter filter) {
        return changes.count(filter, user.ownAccount());
    }

    /**
     * REQUESTED → APPLIED: the item says it from now on, starts its work or is canceled, and its work orders follow in the
     * same transaction.
     *
     * @throws Refusal {@code stale-change} when the item has another version than the change was asked against, {@code
     *     past-point-of-no-return}, {@code wrong-state}, {@code domain-order-closed}, STALE, NOT_FOUND
     */
    @May(Right.DECIDE_ORDERS)
    public InflightChangeView approve(String number, @Nullable Long expectedRevision) {
        return desk.approve(user, number, expectedRevision);
    }

    /** REQUESTED → REFUSED; the item stays as it is, and one that was to be added is REJECTED. */
    @May(Right.DECIDE_ORDERS)
    public InflightChangeView refuse(String number, String reason, @Nullable Long expectedRevision) {
        return desk.refuse(user, number, reason, expectedRevision);
    }

    /** REQUESTED → WITHDRAWN; the item stays as it is, and one that was to be added is CANCELED. */
    @May(Right.WRITE_ORDERS)
    public InflightChangeView withdraw(String number, @Nullable Long expectedRevision) {
        return desk.withdraw(user, number, expectedRevision);
    }
}
