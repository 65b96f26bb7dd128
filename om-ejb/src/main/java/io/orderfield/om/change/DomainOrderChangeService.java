package io.orderfield.om.change;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.DomainOrderViews;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a manager does to one domain order: holds it, plans it again, creates work by hand, decides on work that was refused. */
@Stateless
@May(Right.DECIDE_ORDERS)
public class DomainOrderChangeService {
    @Inject
    private ByHand byHand;

    @Inject
    private Hold hold;

    @Inject
    private Replanning replanning;

    @Inject
    private RefusedWork refused;

    @Inject
    private DomainOrderViews views;

    @Inject
    private CurrentUser user;

    /**
     * Puts a domain order on hold by itself, whatever its customer order does. Possible past the point of no return.
     *
     * @param reason at most 4,000 characters, null when nobody said
     * @param expectedVersion the version that the caller saw, null when it does not matter
     * @throws Refusal {@code wrong-state}, INVALID, STALE, NOT_FOUND
     */
    public DomainOrderView hold(String number, @Nullable String reason, @Nullable Long expectedVersion) {
        return views.view(user, hold.hold(number, reason, expectedVersion, user.name()));
    }

    /**
     * Ends a domain order's own hold. It goes on unless its customer order is on hold.
     *
     * @param expectedVersion the version that the caller saw, null when it does not matter
     * @throws Refusal {@code held-with-order} where it has no hold of its own, {@code wrong-state}, STALE, NOT_FOUND
     */
    public DomainOrderView resume(String number, @Nullable Long expectedVersion) {
        return views.view(user, hold.resume(number, expectedVersion, user.name()));
    }

    /**
     * What planning with the current version of the decision table would do.
     *
     * @throws Refusal as {@link #replan}
     */
    public ImpactView impactOfReplanning(String number) {
        return replanning.impact(user, number);
    }

    /**
     * Plans its work again with the current version of the decision table.
     *
     * @param reason at most 4,000 characters, null when nobody said
     * @param etag of the preview that the caller saw, null when it does not matter
     * @param expectedVersion the version that the caller saw, null when it does not matter
     * @throws Refusal {@code past-point-of-no-return}, {@code domain-order-closed}, {@code too-many-work-orders}, {@code
     *     wrong-state}, INVALID, STALE, NOT_FOUND
     */
    public DomainOrderView replan(
            String number, @Nullable String reason, @Nullable String etag, @Nullable Long expectedVersion) {
        return views.view(user, replanning.replan(number, reason, etag, expectedVersion, user.name()));
    }

    /**
     * Asks Field Service again for a work order that it refused to create, with what the item says now.
     *
     * @param workOrderKey identity of the work order
     * @param expectedVersion the version that the caller saw, null when it does not matter
     * @throws Refusal {@code wrong-state} unless it is REFUSED, {@code domain-order-closed}, STALE, NOT_FOUND
     */
    public DomainOrderView retryRefusedWorkOrder(String number, UUID workOrderKey, @Nullable Long expectedVersion) {
        return views.view(user, refused.retry(number, workOrderKey, expectedVersion, user.name()));
    }

    /**
     * Does without a work order that Field Service refused to create: it no longer stands against closing, which then is
     * closing with incomplete work.
     *
     * @param workOrderKey identity of the work order
     * @param reason 1 to 3,800 characters
     * @param expectedVersion the version that the caller saw, null when it does not matter
     * @throws Refusal {@code wrong-state} unless it is REFUSED, {@code domain-order-closed}, INVALID, STALE, NOT_FOUND
     */
    public DomainOrderView waiveRefusedWorkOrder(
            String number, UUID workOrderKey, String reason, @Nullable Long expectedVersion) {
        return views.view(user, refused.waive(number, workOrderKey, reason, expectedVersion, user.name()));
    }

    /**
     * Asks Field Service for a work order that the decision table does not want.
     *
     * @param template code of an active template
     * @param reason why, null when nobody said
     * @param expectedVersion the version that the caller saw, null when it does not matter
     * @throws Refusal {@code domain-order-closed}, INVALID, STALE, NOT_FOUND
     */
    public DomainOrderView createWorkOrder(
            String number, String template, @Nullable String reason, @Nullable Long expectedVersion) {
        return views.view(user, byHand.create(number, template, reason, expectedVersion, user.name()));
    }
}
