package io.orderfield.om.ordering;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.customerorder.LastChange;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Order line items for people and partners: the roles and the transaction around each command. {@code expectedRevision}
 * is the revision that the caller saw, null when it does not matter.
 */
@Stateless
@May(Right.READ_ORDERS)
public class LineItemService {
    @Inject
    private LineItemCommands commands;

    @Inject
    private CurrentUser user;

    /** The item. */
    @May(value = Right.READ_ORDERS, hidden = true)
    public LineItemView find(String number) {
        return commands.find(user, number);
    }

    /** Who changed the item last, and when. */
    public LastChange lastChange(String number) {
        return commands.lastChange(user, number);
    }

    /**
     * The versions of an item, from the first, with what each changed and who made it.
     *
     * @param first how many to skip
     * @param max at most so many, 1 to 200
     */
    public List<LineItemVersionView> versions(String number, int first, int max) {
        return commands.versions(user, number, first, max);
    }

    /**
     * Edits an item in DRAFT, or changes it in flight: at once, or as a requested change that waits for the manager (setting
     * {@code inflight approval}). 409 {@code past-point-of-no-return} when it is past it, {@code change-pending} when a
     * requested change waits already.
     */
    @May(Right.WRITE_ORDERS)
    public LineItemView revise(String number, LineItemRevision revision, @Nullable Long expectedRevision) {
        return commands.revise(user, number, revision, expectedRevision);
    }

    /**
     * Removes an item from an order in DRAFT. Of an order in progress it stays, and is canceled as {@link #cancel} does.
     *
     * @param reason why it is canceled; null removes it from a DRAFT only
     * @return the item, empty when it is gone
     */
    @May(Right.WRITE_ORDERS)
    public Optional<LineItemView> remove(String number, @Nullable String reason, @Nullable Long expectedRevision) {
        return commands.remove(user, number, reason, expectedRevision);
    }

    /** Takes the item past the point of no return, for good. */
    @May(Right.PASS_POINT_OF_NO_RETURN)
    public LineItemView passPointOfNoReturn(String number, @Nullable String reason, @Nullable Long expectedRevision) {
        return commands.passPointOfNoReturn(user, number, reason, expectedRevision);
    }

    /**
     * Cancels an item in progress, or asks the manager for it (setting {@code inflight approval}). It is CANCELED once Field
     * Service has answered for its open work orders.
     */
    @May(Right.WRITE_ORDERS)
    public LineItemView cancel(String number, String reason, @Nullable Long expectedRevision) {
        return commands.cancel(user, number, reason, expectedRevision);
    }
}
