package io.orderfield.web.workorder;

import io.orderfield.fsm.workorder.WorkOrderTaskService;
import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.ui.Decisions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The steps of a technician that need no further words; by name, as the buttons have them. */
@ApplicationScoped
public class TaskDecisions {
    @Inject
    WorkOrderTaskService tasks;

    @Inject
    Decisions decisions;

    /**
     * Takes the step, and says so or why not.
     *
     * @param step accept, acknowledge, travel, arrive, start, pause or resume
     */
    public Optional<Problem> take(String step, WorkOrderTaskView task) {
        return decisions.attempt("task.did." + step, () -> call(step, task), task.number());
    }

    private void call(String step, WorkOrderTaskView task) {
        String number = task.number();
        long version = task.version();
        switch (step) {
            case "accept" -> tasks.accept(number, version);
            case "acknowledge" -> tasks.acknowledge(number, version);
            case "travel" -> tasks.travel(number, version);
            case "arrive" -> tasks.arrive(number, version);
            case "start" -> tasks.start(number, version);
            case "pause" -> tasks.pause(number, version);
            case "resume" -> tasks.resume(number, version);
            default -> throw new IllegalArgumentException("no step of a task: " + step);
        }
    }
}
