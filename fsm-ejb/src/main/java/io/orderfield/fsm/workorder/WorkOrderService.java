package io.orderfield.fsm.workorder;

import io.orderfield.fsm.template.WorkOrderTemplateView;
import io.orderfield.fsm.template.WorkOrderTemplates;
import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
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

    private static final String WHAT = "workOrder";

    @Inject
    private WorkOrders workOrders;

    @Inject
    private WorkOrderTemplates templates;

    @Inject
    private Journal journal;

    @Inject
    private Actors actors;

    @Inject
    private Clock clock;

    /** @throws Refusal not found */
    @May(value = Right.READ_WORK_ORDERS, hidden = true)
    public WorkOrderView find(String number) {
        Actor actor = actors.current();
        return view(actor, visible(actor, number));
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
        WorkOrder workOrder = visible(actors.current(), number);
        return workOrders.activity(workOrder.id(), afterSequence, first, max).stream()
                .map(WorkOrderEntry::view)
                .toList();
    }

    /** How much happened after that sequence. */
    public long countActivity(String number, long afterSequence) {
        return workOrders.countActivity(visible(actors.current(), number).id(), afterSequence);
    }

    /**
     * What happened last, the newest first.
     *
     * @param first how many of the newest to skip
     * @param max 1 to {@link #MAXIMUM}
     */
    public List<WorkOrderActivityView> newestActivity(String number, int first, int max) {
        ListQuery.checkPage(first, max);
        return workOrders.newestActivity(visible(actors.current(), number).id(), first, max).stream()
                .map(WorkOrderEntry::view)
                .toList();
    }

    private WorkOrderView view(Actor actor, WorkOrder workOrder) {
        return WorkOrderViews.view(actor, workOrder, clock.instant());
    }

    private WorkOrder visible(Actor actor, String number) {
        return workOrders.find(number).filter(actor::sees).orElseThrow(() -> Refusal.notFound(WHAT, number));
    }

    /** A dispatcher has looked at it: its tasks can be given to technicians. */
    @May(Right.DISPATCH)
    public WorkOrderView qualify(String number, @Nullable Long expectedVersion) {
        Actor actor = actors.current();
        return decide(actor, number, expectedVersion, (w, now) -> w.qualify(actor.name(), now));
    }

    /** Cancels it with all its open tasks. @param reason 1 to 4,000 characters */
    @May(Right.DISPATCH)
    public WorkOrderView cancel(String number, String reason, @Nullable Long expectedVersion) {
        String checked = WrittenText.required("reason", reason);
        Actor actor = actors.current();
        return decide(
                actor,
                number,
                expectedVersion,
                (w, now) -> w.cancel(checked, actor.name(), WorkOrder.CANCELED_HERE, now));
    }

    private WorkOrderView decide(
            Actor actor, String number, @Nullable Long expectedVersion, BiConsumer<WorkOrder, Instant> verb) {
        WorkOrder workOrder = lock(number);
        workOrder.requireOpen();
        Refusal.checkVersion(expectedVersion, workOrder.version(), WHAT, number);
        verb.accept(workOrder, clock.instant());
        journal.tell(workOrder);
        return view(actor, workOrder);
    }

    /**
     * Writes a note; it reaches the domain order. It may follow when the work is over.
     *
     * @param text 1 to 4,000 characters
     * @throws Refusal forbidden ({@code not-your-task}) for a technician without a task of this work order
     */
    @May(Right.REPORT_WORK)
    public WorkOrderView addNote(String number, String text) {
        String checked = WrittenText.required("text", text);
        Actor actor = actors.current();
        WorkOrder workOrder = involved(actor, number);
        workOrder.addNote(actor.name(), checked, clock.instant());
        journal.tell(workOrder);
        return view(actor, workOrder);
    }

    /**
     * Wishes further work; Order Management creates it or declines, and can't close the domain order before.
     *
     * @param template code of an active template
     * @param reason 1 to 4,000 characters
     */
    @May(Right.REPORT_WORK)
    public WorkOrderView wishFollowUp(String number, String template, String reason) {
        String checked = WrittenText.required("reason", reason);
        String code = templates
                .find(WrittenText.required("template", template))
                .filter(WorkOrderTemplateView::active)
                .map(WorkOrderTemplateView::code)
                .orElseThrow(() -> Refusal.invalid("unknown-template"));
        Actor actor = actors.current();
        WorkOrder workOrder = involved(actor, number);
        FollowUp wish = workOrder.wishFollowUp(actor.name(), code, checked, clock.instant());
        workOrders.add(wish);
        journal.tell(workOrder, wish.message());
        return view(actor, workOrder);
    }

    /** The work order that wished for this one, and what was wished for here. */
    public FollowUpsView followUps(String number) {
        WorkOrder workOrder = visible(actors.current(), number);
        return new FollowUpsView(
                workOrders.wishedBy(workOrder.id()).orElse(null), workOrders.followUps(workOrder.id()));
    }

    private WorkOrder involved(Actor actor, String number) {
        WorkOrder workOrder = lock(number);
        if (!actor.sees(workOrder)) {
            throw Refusal.notFound(WHAT, number);
        }
        if (!actors.reportsAll() && workOrder.tasks().stream().noneMatch(t -> actor.actsFor(t.technician()))) {
            throw Refusal.forbidden("not-your-task.workOrder").with("number", number);
        }
        return workOrder;
    }

    private WorkOrder lock(String number) {
        return workOrders.lock(number).orElseThrow(() -> Refusal.notFound(WHAT, number));
    }
}
