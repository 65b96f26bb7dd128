package io.orderfield.web.workorder;

import io.orderfield.fsm.board.DispatchService;
import io.orderfield.fsm.dispatch.Conflict;
import io.orderfield.fsm.dispatch.Suggestion;
import io.orderfield.fsm.workorder.WorkOrderService;
import io.orderfield.fsm.workorder.WorkOrderTaskService;
import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dialog in which a dispatcher gives a task to a technician, on every page that has tasks. It suggests who would be
 * right; a conflict is shown, and may be overridden with a reason. The page reads again by itself.
 */
@Named("assignment")
@ViewScoped
public class Assignment implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 5;

    /**
     * A technician to choose.
     *
     * @param label name, and which of the task's skills are missing
     */
    public record Choice(String username, String label) implements Serializable {}

    @Inject
    WorkOrderService workOrders;

    @Inject
    WorkOrderTaskService tasks;

    @Inject
    DispatchService dispatch;

    @Inject
    Decisions decisions;

    @Inject
    Clock clock;

    @Inject
    Texts texts;

    private @Nullable AssignmentForm form;
    private List<Suggestion> suggestions = List.of();

    /** Opens the dialog for a task. */
    public void open(String number) {
        form = null;
        suggestions = List.of();
        decisions.quietly(() -> read(number)).ifPresent(decisions::tell);
    }

    private void read(String number) {
        WorkOrderTaskView task = tasks.find(number);
        suggestions = new ArrayList<>(dispatch.suggestions(number, DispatchService.MAXIMUM));
        form = AssignmentForm.of(workOrders.find(task.workOrder()), task, clock.instant());
    }

    /** Takes over a suggestion; nothing is decided yet. */
    public void choose(Suggestion suggestion) {
        AssignmentForm wanted = form;
        if (wanted != null) {
            wanted.take(suggestion);
        }
    }

    /** Plans the visit. */
    public void assign() {
        AssignmentForm wanted = form;
        Instant start = wanted == null ? null : wanted.startInstant();
        Instant end = wanted == null ? null : wanted.endInstant();
        String technician = wanted == null ? null : wanted.getTechnician();
        if (wanted == null || start == null || end == null || technician == null) {
            decisions.ask(texts.of("task.assign.incomplete"));
            return;
        }
        decisions
                .quietly(() -> tasks.assign(
                        wanted.getTask(),
                        technician,
                        start,
                        end,
                        wanted.isOverride(),
                        wanted.getOverrideReason(),
                        wanted.version()))
                .ifPresentOrElse(refusal -> refused(wanted, refusal), () -> {
                    decisions.say(texts.of("task.assigned", wanted.getTask()));
                    form = null;
                });
    }

    private void refused(AssignmentForm wanted, Problem refusal) {
        if (refusal.status() == 412) {
            open(wanted.getTask());
        } else {
            List<String> found = new ArrayList<>();
            for (Object value : refusal.more().values()) {
                if (value instanceof Iterable<?> several) {
                    several.forEach(one -> {
                        if (one instanceof Conflict conflict) {
                            found.add(texts.of(conflict.detail()));
                        }
                    });
                }
            }
            wanted.conflictsWith(found);
        }
        decisions.tell(refusal);
    }

    public @Nullable AssignmentForm getForm() {
        return form;
    }

    /** The best ones, with the reasons. */
    public List<Suggestion> getSuggestions() {
        return suggestions.subList(0, Math.min(SHOWN, suggestions.size()));
    }

    /** All technicians that were looked at, the best first. */
    public List<Choice> getChoices() {
        return suggestions.stream()
                .map(s -> new Choice(
                        s.technician(),
                        s.missingSkills().isEmpty()
                                ? s.name()
                                : texts.of(
                                        "task.assign.choiceMissing", s.name(), String.join(", ", s.missingSkills()))))
                .toList();
    }
}
