package io.orderfield.web.template;

import io.orderfield.fsm.template.TemplateChange;
import io.orderfield.fsm.template.TemplateService;
import io.orderfield.fsm.template.WorkOrderTemplateView;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Texts;
import io.orderfield.web.ui.Way;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A work order template that is created or changed. */
@Named("templatePage")
@ViewScoped
public class TemplatePage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_PRIORITY = 3;

    /** A task that another one may depend on. */
    public record Other(String number, String label) implements Serializable {}

    @Inject
    TemplateService templates;

    @Inject
    Decisions decisions;

    @Inject
    Way way;

    @Inject
    Texts texts;

    private @Nullable String code;
    private long version;
    private long revision;
    private @Nullable String newCode;
    private @Nullable String name;
    private @Nullable String shortDescription;
    private int priority = USUAL_PRIORITY;
    private boolean billable;
    private boolean needsQualification;
    private boolean active = true;
    private List<TaskForm> tasks = new ArrayList<>();

    /** Reads the template of the address; without one, begins a new template. */
    public void load() {
        String wanted = code;
        if (wanted == null) {
            if (tasks.isEmpty()) {
                tasks.add(new TaskForm());
            }
            return;
        }
        WorkOrderTemplateView found = decisions.orErrorPage(() -> templates.find(wanted));
        if (found != null) {
            show(found);
        }
    }

    private void show(WorkOrderTemplateView template) {
        version = template.version();
        revision = template.revision();
        name = template.name();
        shortDescription = template.shortDescription();
        priority = template.priority();
        billable = template.billable();
        needsQualification = template.needsQualification();
        active = template.active();
        tasks = new ArrayList<>();
        IntStream.range(0, template.tasks().size())
                .forEach(i -> tasks.add(TaskForm.of(template.tasks().get(i), i + 1)));
    }

    /** Creates or changes the template; a new one goes on to its own page. */
    public void save() {
        TemplateChange wanted = new TemplateChange(
                written(name),
                written(shortDescription),
                active,
                priority,
                billable,
                needsQualification,
                tasks.stream().map(TaskForm::definition).toList());
        String known = code;
        if (known != null) {
            Optional<Problem> refused =
                    decisions.attempt("template.saved", () -> show(templates.change(known, wanted, version)), known);
            if (refused.filter(p -> p.status() == 412).isPresent()) {
                load();
            }
            return;
        }
        Optional<Problem> refused = decisions.quietly(
                () -> code = templates.create(written(newCode), wanted).code());
        refused.ifPresent(decisions::tell);
        if (refused.isPresent()) {
            return;
        }
        decisions.sayThere(texts.of("template.created", written(code)));
        way.to("/template/edit.xhtml", "code", written(code));
    }

    private static String written(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** A task at the end, which waits for the one before it. */
    public void addTask() {
        TaskForm task = new TaskForm();
        if (!tasks.isEmpty()) {
            task.dependOn(tasks.size());
        }
        tasks.add(task);
    }

    public void removeTask(TaskForm task) {
        int number = tasks.indexOf(task) + 1;
        tasks.remove(task);
        tasks.forEach(t -> t.forget(number));
    }

    /** The tasks besides this one. */
    public List<Other> othersThan(TaskForm task) {
        return IntStream.range(0, tasks.size())
                .filter(i -> tasks.get(i) != task)
                .mapToObj(i -> new Other(
                        String.valueOf(i + 1),
                        (i + 1) + " " + written(tasks.get(i).getShortDescription())))
                .toList();
    }

    public boolean isCreating() {
        return code == null;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public long getRevision() {
        return revision;
    }

    public @Nullable String getNewCode() {
        return newCode;
    }

    public void setNewCode(@Nullable String newCode) {
        this.newCode = newCode;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getShortDescription() {
        return shortDescription;
    }

    public void setShortDescription(@Nullable String shortDescription) {
        this.shortDescription = shortDescription;
    }

    public int getPriority() {
        return priority;
    }

    public void setPriority(int priority) {
        this.priority = priority;
    }

    public boolean isBillable() {
        return billable;
    }

    public void setBillable(boolean billable) {
        this.billable = billable;
    }

    public boolean isNeedsQualification() {
        return needsQualification;
    }

    public void setNeedsQualification(boolean needsQualification) {
        this.needsQualification = needsQualification;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public List<TaskForm> getTasks() {
        return tasks;
    }
}
