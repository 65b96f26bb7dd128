package io.orderfield.web.workorder;

import io.orderfield.fsm.workorder.WorkOrderFilter;
import io.orderfield.fsm.workorder.WorkOrderService;
import io.orderfield.fsm.workorder.WorkOrderSummary;
import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.fsm.workorder.WorkOrderView;
import io.orderfield.web.ui.Me;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A technician's own visits, the next one first, each with its one next step. Made for a phone. */
@Named("myTasksPage")
@ViewScoped
public class MyTasksPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 50;
    private static final Set<String> OPEN = Set.of("QUALIFIED", "ASSIGNED", "ACCEPTED", "WORK_IN_PROGRESS");
    private static final Set<String> CLOSED = Set.of("CLOSED_COMPLETE", "CLOSED_INCOMPLETE", "CANCELED");

    /** A visit with the place where it is. */
    public record Visit(WorkOrderView workOrder, TaskActions actions) {}

    @Inject
    WorkOrderService workOrders;

    @Inject
    TaskDecisions steps;

    @Inject
    Me me;

    private boolean done;
    private transient @Nullable List<Visit> visits;

    public List<Visit> getVisits() {
        List<Visit> known = visits;
        if (known == null) {
            known = read();
            visits = known;
        }
        return known;
    }

    private List<Visit> read() {
        WorkOrderFilter mine = new WorkOrderFilter(
                null, done ? CLOSED : OPEN, me.getUsername(), null, null, null, done ? "-updatedAt" : "scheduledStart");
        Stream<Visit> all = workOrders.list(mine, 0, MOST).stream()
                .map(WorkOrderSummary::number)
                .map(workOrders::find)
                .flatMap(this::visits);
        return done
                ? all.toList()
                : all.sorted(Comparator.comparing(MyTasksPage::start)).toList();
    }

    private Stream<Visit> visits(WorkOrderView workOrder) {
        return workOrder.tasks().stream()
                .filter(task -> me.getUsername().equals(task.technician()) && CLOSED.contains(task.state()) == done)
                .map(task -> new Visit(workOrder, TaskActions.of(workOrder, task, me)));
    }

    private static Instant start(Visit visit) {
        return Objects.requireNonNullElse(visit.actions().task().scheduledStart(), Instant.MAX);
    }

    /** Takes the step that comes next. */
    public void take(String step, WorkOrderTaskView task) {
        steps.take(step, task);
        visits = null;
    }

    public void refresh() {
        visits = null;
    }

    public boolean isDone() {
        return done;
    }

    public void setDone(boolean done) {
        this.done = done;
    }
}
