package io.orderfield.web.workorder;

import io.orderfield.fsm.worklist.TaskFilter;
import io.orderfield.fsm.worklist.WorkOrderListService;
import io.orderfield.fsm.workorder.ChecklistItemView;
import io.orderfield.fsm.workorder.PlaceView;
import io.orderfield.fsm.workorder.WorkOrderTaskService;
import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Me;
import io.orderfield.web.ui.Texts;
import io.orderfield.web.ui.Ui;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A technician's own visits in the order of the day, each with its next steps. Made for a phone. */
@Named("myTasksPage")
@ViewScoped
public class MyTasksPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 25;

    /**
     * A visit with the place where it is.
     *
     * @param day words for its day where a new day begins in the list, else null
     */
    public record Visit(
            TaskActions actions, PlaceView place, @Nullable String day) {}

    @Inject
    WorkOrderListService lists;

    @Inject
    WorkOrderTaskService tasks;

    @Inject
    TaskDecisions steps;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    @Inject
    Ui ui;

    @Inject
    Me me;

    private boolean done;
    private int page;
    private transient long total;
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
        TaskFilter mine = done ? TaskFilter.over(me.getUsername()) : TaskFilter.toDo(me.getUsername());
        List<Visit> read = new ArrayList<>();
        String last = "";
        total = lists.countVisits(mine);
        page = (int) Math.min(page, Math.max(0, (total - 1) / MOST)); // the last page may have become empty
        for (WorkOrderTaskView visit : lists.visits(mine, page * MOST, MOST)) {
            PlaceView place = Objects.requireNonNull(visit.place());
            String day = ui.day(visit.scheduledStart(), place.timeZone());
            TaskActions actions = TaskActions.of(place.onHold(), visit, me);
            read.add(new Visit(actions, place, day.equals(last) ? null : day));
            last = day;
        }
        return read;
    }

    /** Takes the step that comes next. */
    public void take(String step, WorkOrderTaskView task) {
        steps.take(step, task);
        load();
    }

    public void tick(WorkOrderTaskView task, ChecklistItemView item) {
        decisions
                .quietly(() -> tasks.tick(task.number(), item.id(), !item.done(), task.version()))
                .ifPresent(decisions::tell);
        load();
    }

    /** Reads what is current. */
    public void load() {
        visits = null;
    }

    /** Whether there is more than this page. */
    public boolean isPaged() {
        getVisits();
        return total > MOST;
    }

    public boolean isMore() {
        getVisits();
        return (page + 1L) * MOST < total;
    }

    /** Which of the visits are shown, in words. */
    public String getShown() {
        int count = getVisits().size();
        return texts.of("myTasks.shown", page * MOST + 1, page * MOST + count, total);
    }

    /** The page, from 0. */
    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.max(0, page);
    }

    public boolean isDone() {
        return done;
    }

    public void setDone(boolean done) {
        this.done = done;
    }
}
