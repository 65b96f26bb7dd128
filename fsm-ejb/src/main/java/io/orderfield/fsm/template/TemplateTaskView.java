package io.orderfield.fsm.template;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task of a work order template.
 *
 * @param skills codes of the skills that it needs
 * @param durationMinutes planned length of the visit, from 1
 * @param dependsOn numbers, from 1, of the tasks that have to be closed before this one starts; null, in a definition
 *     only: the one before it
 */
public record TemplateTaskView(
        String shortDescription,
        Set<String> skills,
        int durationMinutes,
        List<TemplateChecklistItem> checklist,
        @Nullable Set<Integer> dependsOn) {
    public TemplateTaskView {
        skills = Set.copyOf(skills);
        checklist = List.copyOf(checklist);
        dependsOn = dependsOn == null ? null : Set.copyOf(dependsOn);
    }

    /** A task that starts when the one before it is closed. */
    public TemplateTaskView(
            String shortDescription, Set<String> skills, int durationMinutes, List<TemplateChecklistItem> checklist) {
        this(shortDescription, skills, durationMinutes, checklist, null);
    }

    /** What it waits for as the task of this number. */
    public Set<Integer> dependenciesOf(int ordinal) {
        return dependsOn == null ? TaskDependencies.usual(ordinal) : dependsOn;
    }

    TemplateTaskView at(int ordinal) {
        return new TemplateTaskView(shortDescription, skills, durationMinutes, checklist, dependenciesOf(ordinal));
    }
}
