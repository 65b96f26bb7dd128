package io.orderfield.web.workorder;

import io.orderfield.fsm.template.TemplateService;
import io.orderfield.fsm.template.WorkOrderTemplateView;
import io.orderfield.fsm.workorder.ChecklistItemView;
import io.orderfield.fsm.workorder.FollowUpsView;
import io.orderfield.fsm.workorder.WorkOrderActivityView;
import io.orderfield.fsm.workorder.WorkOrderService;
import io.orderfield.fsm.workorder.WorkOrderTaskService;
import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.fsm.workorder.WorkOrderView;
import io.orderfield.messaging.right.Right;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Feed;
import io.orderfield.web.ui.FeedEntry;
import io.orderfield.web.ui.Me;
import io.orderfield.web.ui.NewestFirst;
import io.orderfield.web.ui.RecordPage;
import io.orderfield.web.ui.Step;
import io.orderfield.web.ui.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A work order for dispatchers and technicians: the customer's place, its tasks with their next steps, its activity. */
@Named("workOrderPage")
@ViewScoped
public class WorkOrderPage extends RecordPage {
    private static final long serialVersionUID = 1L;

    @Inject
    WorkOrderService workOrders;

    @Inject
    WorkOrderTaskService tasks;

    @Inject
    TaskDecisions steps;

    @Inject
    TemplateService templates;

    @Inject
    Feed feed;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    @Inject
    Me me;

    private transient @Nullable FollowUpsView followUps;
    private long version;
    private transient @Nullable WorkOrderView workOrder;
    private final NewestFirst<WorkOrderActivityView> activity = new NewestFirst<>();

    /** Reads what is current. */
    public void load() {
        activity.forget();
        followUps = null;
        String asked = getNumber();
        workOrder = asked == null ? null : decisions.orErrorPage(() -> workOrders.find(asked));
        if (workOrder != null) {
            version = workOrder.version();
        } else if (getNumber() == null) {
            decisions.answer(404);
        }
    }

    public void qualify() {
        done(decisions.attempt("workOrder.qualified", () -> workOrders.qualify(record(), version), record()));
    }

    public void cancel() {
        done(decisions.attempt(
                "workOrder.canceled", () -> workOrders.cancel(record(), written(getReason()), version), record()));
    }

    public void write() {
        String text = getNote();
        if (text == null) {
            decisions.ask(texts.of("note.empty"));
            return;
        }
        if (decisions
                .attempt("note.written", () -> workOrders.addNote(record(), text))
                .isEmpty()) {
            setNote(null);
        }
        load();
    }

    public void wishFollowUp() {
        String chosen = getTemplate();
        if (chosen == null) {
            decisions.ask(texts.of("domainOrder.chooseTemplate"));
            return;
        }
        done(decisions.attempt(
                "workOrder.followUpWished",
                () -> workOrders.wishFollowUp(record(), chosen, written(getReason())),
                record()));
    }

    /** Takes a step of a task: accept, acknowledge, travel, arrive, start, pause, resume. */
    public void take(String step, WorkOrderTaskView task) {
        done(steps.take(step, task));
    }

    public void unassign(WorkOrderTaskView task) {
        done(decisions.attempt("task.unassigned", () -> tasks.unassign(task.number(), task.version()), task.number()));
    }

    public void tick(WorkOrderTaskView task, ChecklistItemView item) {
        decisions
                .quietly(() -> tasks.tick(task.number(), item.id(), !item.done(), task.version()))
                .ifPresent(decisions::tell);
        load();
    }

    private void done(Optional<Problem> refused) {
        if (refused.isEmpty()) {
            setReason(null);
            setTemplate(null);
        }
        load(); // after a conflict the reader sees what is current
    }

    private String record() {
        if (getNumber() == null) {
            throw new IllegalStateException("the page has no work order");
        }
        return getNumber();
    }

    private static String written(@Nullable String text) {
        return text == null ? "" : text;
    }

    public @Nullable WorkOrderView getWorkOrder() {
        if (workOrder == null && getNumber() != null) {
            load();
        }
        return workOrder;
    }

    /** Where this work came from, and what further work was wished for. */
    public FollowUpsView getFollowUps() {
        FollowUpsView known = followUps;
        if (known == null) {
            known = workOrders.followUps(record());
            followUps = known;
        }
        return known;
    }

    /** The tasks with what the reader may do. */
    public List<TaskActions> getTasks() {
        WorkOrderView known = getWorkOrder();
        return known == null
                ? List.of()
                : known.tasks().stream()
                        .map(t -> TaskActions.of(known.onHold(), t, me))
                        .toList();
    }

    public List<Step> getSteps() {
        WorkOrderView known = getWorkOrder();
        return known == null ? List.of() : Step.way(known.way(), known.state(), !known.open());
    }

    /** The newest first. */
    public List<FeedEntry> getEntries() {
        return activity.shown(this::read).stream().map(feed::of).toList();
    }

    /** Whether there is more activity than is shown. */
    public boolean isMoreEntries() {
        return activity.isMore(this::read);
    }

    /** Shows more of it. */
    public void showOlder() {
        activity.showOlder();
    }

    private List<WorkOrderActivityView> read(int first, int max) {
        return workOrders.newestActivity(record(), first, max);
    }

    public boolean isOpen() {
        WorkOrderView known = getWorkOrder();
        return known != null && known.open();
    }

    public boolean isQualifiable() {
        return allows("qualify");
    }

    public boolean isCancelable() {
        return allows("cancel");
    }

    private boolean allows(String action) {
        WorkOrderView known = getWorkOrder();
        return known != null && known.allows(action);
    }

    public boolean isMine() {
        return getTasks().stream().anyMatch(TaskActions::mine);
    }

    public boolean isWriter() {
        return me.may(Right.DISPATCH) || isMine();
    }

    public List<WorkOrderTemplateView> getTemplates() {
        return templates.list(true, 0, TemplateService.MAXIMUM);
    }
}
