package io.orderfield.web.template;

import io.orderfield.fsm.template.TemplateTaskView;
import io.orderfield.web.ui.Words;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A task of a template that is being written. */
public class TaskForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_MINUTES = 60;

    private @Nullable String shortDescription;
    private @Nullable String skills;
    private @Nullable Integer durationMinutes = USUAL_MINUTES;
    private List<String> dependsOn = new ArrayList<>();
    private final List<ItemForm> items = new ArrayList<>();

    static TaskForm of(TemplateTaskView task, int number) {
        TaskForm form = new TaskForm();
        form.shortDescription = task.shortDescription();
        form.skills = Words.text(task.skills());
        form.durationMinutes = task.durationMinutes();
        task.dependenciesOf(number).stream().sorted().map(String::valueOf).forEach(form.dependsOn::add);
        task.checklist().stream().map(ItemForm::of).forEach(form.items::add);
        return form;
    }

    TemplateTaskView definition() {
        return new TemplateTaskView(
                shortDescription == null ? "" : shortDescription.strip(),
                Words.of(skills),
                durationMinutes == null ? 0 : durationMinutes,
                items.stream().map(ItemForm::definition).toList(),
                dependsOn.stream().map(Integer::valueOf).collect(Collectors.toSet()));
    }

    /** The task of this number is gone: those behind it have moved up. */
    void forget(int number) {
        List<String> left = new ArrayList<>();
        for (String text : dependsOn) {
            int other = Integer.parseInt(text);
            if (other != number) {
                left.add(String.valueOf(other > number ? other - 1 : other));
            }
        }
        dependsOn = left;
    }

    void dependOn(int number) {
        dependsOn.add(String.valueOf(number));
    }

    public void addItem() {
        items.add(new ItemForm());
    }

    public void removeItem(ItemForm item) {
        items.remove(item);
    }

    public @Nullable String getShortDescription() {
        return shortDescription;
    }

    public void setShortDescription(@Nullable String shortDescription) {
        this.shortDescription = shortDescription;
    }

    public @Nullable String getSkills() {
        return skills;
    }

    public void setSkills(@Nullable String skills) {
        this.skills = skills;
    }

    public @Nullable Integer getDurationMinutes() {
        return durationMinutes;
    }

    public void setDurationMinutes(@Nullable Integer durationMinutes) {
        this.durationMinutes = durationMinutes;
    }

    /** Numbers of the tasks that have to be closed before. */
    public List<String> getDependsOn() {
        return dependsOn;
    }

    public void setDependsOn(@Nullable List<String> dependsOn) {
        this.dependsOn = dependsOn == null ? new ArrayList<>() : new ArrayList<>(dependsOn);
    }

    public List<ItemForm> getItems() {
        return items;
    }
}
