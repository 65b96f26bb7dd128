package io.orderfield.om.change;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The manager's decision about further work that Field Service wants, where the setting {@code follow-up approval} asks for one. */
@Stateless
@May(Right.DECIDE_ORDERS)
public class FollowUpService {
    @Inject
    private FollowUps followUps;

    @Inject
    private CurrentUser user;

    /** The wishes of a domain order that wait, oldest first. */
    public List<WaitingFollowUpView> ofDomainOrder(String domainOrder) {
        return followUps.waitingOf(domainOrder);
    }

    /**
     * A page of all that wait, oldest first.
     *
     * @param first how many to skip
     * @param max at most so many, 1 to 200
     */
    public List<WaitingFollowUpView> waiting(int first, int max) {
        ListQuery.checkPage(first, max);
        return followUps.waiting(first, max);
    }

    /** How many wait. */
    public long count() {
        return followUps.count();
    }

    /**
     * Has the work created, past the point of no return as well.
     *
     * @param expectedVersion the domain order's version that the caller saw, null when it does not matter
     * @throws Refusal {@code wrong-state} once it is decided, {@code domain-order-closed}, STALE, NOT_FOUND
     */
    public void approve(String domainOrder, UUID wish, @Nullable Long expectedVersion) {
        followUps.approve(domainOrder, wish, expectedVersion, user.name());
    }

    /**
     * Does without the work; who works on the work order that wanted it reads why.
     *
     * @param reason 1 to 3,800 characters
     * @param expectedVersion the domain order's version that the caller saw, null when it does not matter
     * @throws Refusal {@code wrong-state} once it is decided, INVALID, STALE, NOT_FOUND
     */
    public void refuse(String domainOrder, UUID wish, String reason, @Nullable Long expectedVersion) {
        followUps.refuse(domainOrder, wish, reason, expectedVersion, user.name());
    }
}
