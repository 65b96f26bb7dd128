package io.orderfield.web.workorder;

import io.orderfield.fsm.dispatch.Conflict;
import io.orderfield.fsm.dispatch.TechnicianService;
import io.orderfield.fsm.dispatch.TechnicianView;
import io.orderfield.fsm.workorder.WorkOrderTaskService;
import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.fsm.workorder.WorkOrderView;
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
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The dialog in which a dispatcher gives a task to a technician. A conflict is shown, and may be overridden with a reason. */
@Named("assignment")
@ViewScoped
public class Assignment implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A technician to choose.
     *
     * @param label name, regions, and which of the task's skills are missing
     */
    public record Choice(String username, String label) {}

    @Inject
    WorkOrderPage page;

    @Inject
    WorkOrderTaskService tasks;

    @Inject
    TechnicianService technicians;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    private @Nullable AssignmentForm form;
    private transient @Nullable List<Choice> choices;

    /** Opens the dialog for a task. */
    public void open(WorkOrderTaskView task) {
        WorkOrderView workOrder = page.getWorkOrder();
        if (workOrder != null) {
            form = AssignmentForm.of(workOrder, task, Clock.systemUTC().instant());
            choices = null;
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
                    wanted.conflictsWith(List.of());
                    page.load();
                });
    }

    private void refused(AssignmentForm wanted, Problem refusal) {
        List<String> found = new ArrayList<>();
        for (Object value : refusal.more().values()) {
            if (value instanceof Iterable<?> several) {
                several.forEach(one -> {
                    if (one instanceof Conflict conflict) {
                        found.add(conflict.detail());
                    }
                });
            }
        }
        wanted.conflictsWith(found);
        decisions.tell(refusal);
        if (refusal.status() == 412) {
            page.load();
        }
    }

    public @Nullable AssignmentForm getForm() {
        return form;
    }

    /** The active technicians, those with all skills first. */
    public List<Choice> getChoices() {
        List<Choice> known = choices;
        if (known == null) {
            Set<String> needed = page.skillsOf(form == null ? "" : form.getTask());
            List<TechnicianView> active = technicians.technicians().stream()
                    .filter(TechnicianView::active)
                    .sorted(java.util.Comparator.comparing(
                                    (TechnicianView t) -> missing(t, needed).size())
                            .thenComparing(TechnicianView::name))
                    .toList();
            known = active.stream().map(t -> choice(t, needed)).toList();
            choices = known;
        }
        return known;
    }

    private Choice choice(TechnicianView technician, Set<String> needed) {
        Set<String> missing = missing(technician, needed);
        String label = missing.isEmpty()
                ? texts.of("task.assign.choice", technician.name(), technician.region())
                : texts.of(
                        "task.assign.choiceMissing",
                        technician.name(),
                        technician.region(),
                        String.join(", ", missing));
        return new Choice(technician.username(), label);
    }

    private static Set<String> missing(TechnicianView technician, Set<String> needed) {
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(technician.skills());
        return missing;
    }
}
