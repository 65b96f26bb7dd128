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
import io.orderfield.web.ui.Step;
import io.orderfield.web.ui.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A work order for dispatchers and technicians: the customer's place, its tasks with their next steps, its activity. */
@Named("workOrderPage")
@ViewScoped
public class WorkOrderPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int ENTRIES_AT_ONCE = 50;

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
    private @Nullable String number;
    private long version;
    private transient @Nullable WorkOrderView workOrder;
    private int shownEntries = ENTRIES_AT_ONCE;
    private transient @Nullable List<WorkOrderActivityView> activity;
    private @Nullable String note;
    private @Nullable String reason;
    private @Nullable String template;

    /** Reads what is current. */
    public void load() {
        activity = null;
        followUps = null;
        String asked = number;
        workOrder = asked == null ? null : decisions.orErrorPage(() -> workOrders.find(asked));
        if (workOrder != null) {
            version = workOrder.version();
        } else if (number == null) {
            decisions.answer(404);
        }
    }

    public void qualify() {
        done(decisions.attempt("workOrder.qualified", () -> workOrders.qualify(record(), version), record()));
    }

    public void cancel() {
        done(decisions.attempt(
                "workOrder.canceled", () -> workOrders.cancel(record(), written(reason), version), record()));
    }

    public void write() {
        String text = note;
        if (text == null) {
            decisions.ask(texts.of("note.empty"));
            return;
        }
        if (decisions
                .attempt("note.written", () -> workOrders.addNote(record(), text))
                .isEmpty()) {
            note = null;
        }
        load();
    }

    public void wishFollowUp() {
        String chosen = template;
        if (chosen == null) {
            decisions.ask(texts.of("domainOrder.chooseTemplate"));
            return;
        }
        done(decisions.attempt(
                "workOrder.followUpWished",
                () -> workOrders.wishFollowUp(record(), chosen, written(reason)),
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
            reason = null;
            template = null;
        }
        load(); // after a conflict the reader sees what is current
    }

    private String record() {
        if (number == null) {
            throw new IllegalStateException("the page has no work order");
        }
        return number;
    }

    private static String written(@Nullable String text) {
        return text == null ? "" : text;
    }

    public @Nullable WorkOrderView getWorkOrder() {
        if (workOrder == null && number != null) {
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
        return known == null ? List.of() : Step.way(known.way(), known.state(), !known.isOpen());
    }

    /** The newest first. */
    public List<FeedEntry> getEntries() {
        return activity().stream().limit(shownEntries).map(feed::of).toList();
    }

    /** Whether there is more activity than is shown. */
    public boolean isMoreEntries() {
        return activity().size() > shownEntries;
    }

    /** Shows more of it. */
    public void showOlder() {
        shownEntries += ENTRIES_AT_ONCE;
        activity = null;
    }

    /** As many as are shown, and one more where there is one. */
    private List<WorkOrderActivityView> activity() {
        List<WorkOrderActivityView> known = activity;
        if (known == null) {
            known = new ArrayList<>();
            List<WorkOrderActivityView> page;
            do {
                int max = Math.min(WorkOrderService.MAXIMUM, shownEntries + 1 - known.size());
                page = workOrders.newestActivity(record(), known.size(), max);
                known.addAll(page);
            } while (page.size() == WorkOrderService.MAXIMUM && known.size() <= shownEntries);
            activity = known;
        }
        return known;
    }

    public boolean isOpen() {
        WorkOrderView known = getWorkOrder();
        return known != null && known.isOpen();
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

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getTemplate() {
        return template;
    }

    public void setTemplate(@Nullable String template) {
        this.template = template;
    }
}
