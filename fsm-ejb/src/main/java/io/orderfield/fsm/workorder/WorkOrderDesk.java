package io.orderfield.fsm.workorder;

import io.orderfield.fsm.template.WorkOrderTemplateView;
import io.orderfield.fsm.template.WorkOrderTemplates;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What people do with a work order as a whole, for an actor who has been let in. */
@Shared
public class WorkOrderDesk {
    private static final String WHAT = "workOrder";

    private final WorkOrders workOrders;
    private final WorkOrderTemplates templates;
    private final Journal journal;
    private final Clock clock;

    @Inject
    public WorkOrderDesk(WorkOrders workOrders, WorkOrderTemplates templates, Journal journal, Clock clock) {
        this.workOrders = workOrders;
        this.templates = templates;
        this.journal = journal;
        this.clock = clock;
    }

    public WorkOrderView find(Actor actor, String number) {
        return view(actor, visible(actor, number));
    }

    List<WorkOrderActivityView> activity(Actor actor, String number, long afterSequence, int first, int max) {
        WorkOrder workOrder = visible(actor, number);
        return workOrders.activity(workOrder.id(), afterSequence, first, max).stream()
                .map(WorkOrderEntry::view)
                .toList();
    }

    long countActivity(Actor actor, String number, long afterSequence) {
        return workOrders.countActivity(visible(actor, number).id(), afterSequence);
    }

    List<WorkOrderActivityView> newestActivity(Actor actor, String number, int first, int max) {
        return workOrders.newestActivity(visible(actor, number).id(), first, max).stream()
                .map(WorkOrderEntry::view)
                .toList();
    }

    private WorkOrderView view(Actor actor, WorkOrder workOrder) {
        return WorkOrderViews.view(actor, workOrder, clock.instant());
    }

    private WorkOrder visible(Actor actor, String number) {
        return workOrders.find(number).filter(actor::sees).orElseThrow(() -> Refusal.notFound(WHAT, number));
    }

    public WorkOrderView qualify(Actor actor, String number, @Nullable Long expectedVersion) {
        return decide(actor, number, expectedVersion, (w, now) -> w.qualify(actor.name(), now));
    }

    public WorkOrderView cancel(Actor actor, String number, String reason, @Nullable Long expectedVersion) {
        String checked = Texts.required("reason", reason);
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

    /** A note may follow when the work is over. */
    public WorkOrderView addNote(Actor actor, boolean dispatcher, String number, String text) {
        String checked = Texts.required("text", text);
        WorkOrder workOrder = involved(actor, dispatcher, number);
        workOrder.addNote(actor.name(), checked, clock.instant());
        journal.tell(workOrder);
        return view(actor, workOrder);
    }

    WorkOrderView wishFollowUp(Actor actor, boolean dispatcher, String number, String template, String reason) {
        String checked = Texts.required("reason", reason);
        String code = templates
                .find(Texts.required("template", template))
                .filter(WorkOrderTemplateView::active)
                .map(WorkOrderTemplateView::code)
                .orElseThrow(() -> Refusal.invalid("unknown-template"));
        WorkOrder workOrder = involved(actor, dispatcher, number);
        FollowUp wish = workOrder.wishFollowUp(actor.name(), code, checked, clock.instant());
        workOrders.add(wish);
        journal.tell(workOrder, wish.message());
        return view(actor, workOrder);
    }

    FollowUpsView followUps(Actor actor, String number) {
        WorkOrder workOrder =
                workOrders.find(number).filter(actor::sees).orElseThrow(() -> Refusal.notFound(WHAT, number));
        return new FollowUpsView(
                workOrders.wishedBy(workOrder.id()).orElse(null), workOrders.followUps(workOrder.id()));
    }

    private WorkOrder involved(Actor actor, boolean dispatcher, String number) {
        WorkOrder workOrder = lock(number);
        if (!actor.sees(workOrder)) {
            throw Refusal.notFound(WHAT, number);
        }
        if (!dispatcher && workOrder.tasks().stream().noneMatch(t -> actor.actsFor(t.technician()))) {
            throw Refusal.forbidden("not-your-task.workOrder").with("number", number);
        }
        return workOrder;
    }

    private WorkOrder lock(String number) {
        return workOrders.lock(number).orElseThrow(() -> Refusal.notFound(WHAT, number));
    }
}
