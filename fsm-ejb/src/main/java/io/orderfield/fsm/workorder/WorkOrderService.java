package io.orderfield.fsm.workorder;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work orders for dispatchers, technicians and readers. Technicians and field systems find those of their own tasks only.
 *
 * <p>Every change is refused with {@code work-order-canceled} or {@code work-order-closed} once the work order is over
 * (notes and wishes excepted), with {@code stale} where the caller's version is not the current one, and with
 * {@code wrong-state} where the state has no such transition.
 */
@Stateless
@May(Right.READ_WORK_ORDERS)
public class WorkOrderService {
    /** Most entries of an activity that one call answers. */
    public static final int MAXIMUM = ListQuery.LARGEST_PAGE;

    @Inject
    private WorkOrderDesk desk;

    @Inject
    private Actors actors;

    /** @throws Refusal not found */
    @May(value = Right.READ_WORK_ORDERS, hidden = true)
    public WorkOrderView find(String number) {
        return desk.find(actors.current(), number);
    }

    /**
     * What happened, oldest first.
     *
     * @param afterSequence 0 for the beginning
     * @param first how many of those to skip
     * @param max 1 to {@link #MAXIMUM}
     */
    public List<WorkOrderActivityView> activity(String number, long afterSequence, int first, int max) {
        ListQuery.checkPage(first, max);
        return desk.activity(actors.current(), number, afterSequence, first, max);
    }

    /** How much happened after that sequence. */
    public long countActivity(String number, long afterSequence) {
        return desk.countActivity(actors.current(), number, afterSequence);
    }

    /**
     * What happened last, the newest first.
     *
     * @param first how many of the newest to skip
     * @param max 1 to {@link #MAXIMUM}
     */
    public List<WorkOrderActivityView> newestActivity(String number, int first, int max) {
        ListQuery.checkPage(first, max);
        return desk.newestActivity(actors.current(), number, first, max);
    }

    /** A dispatcher has looked at it: its tasks can be given to technicians. */
    @May(Right.DISPATCH)
    public WorkOrderView qualify(String number, @Nullable Long expectedVersion) {
        return desk.qualify(actors.current(), number, expectedVersion);
    }

    /** Cancels it with all its open tasks. @param reason 1 to 4,000 characters */
    @May(Right.DISPATCH)
    public WorkOrderView cancel(String number, String reason, @Nullable Long expectedVersion) {
        return desk.cancel(actors.current(), number, reason, expectedVersion);
    }

    /**
     * Writes a note; it reaches the domain order.
     *
     * @param text 1 to 4,000 characters
     * @throws Refusal forbidden ({@code not-your-task}) for a technician without a task of this work order
     */
    @May(Right.REPORT_WORK)
    public WorkOrderView addNote(String number, String text) {
        return desk.addNote(actors.current(), actors.reportsAll(), number, text);
    }

    /**
     * Wishes further work; Order Management creates it or declines, and can't close the domain order before.
     *
     * @param template code of an active template
     * @param reason 1 to 4,000 characters
     */
    @May(Right.REPORT_WORK)
    public WorkOrderView wishFollowUp(String number, String template, String reason) {
        return desk.wishFollowUp(actors.current(), actors.reportsAll(), number, template, reason);
    }

    /** The work order that wished for this one, and what was wished for here. */
    public FollowUpsView followUps(String number) {
        return desk.followUps(actors.current(), number);
    }
}
