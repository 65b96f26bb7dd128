package io.orderfield.fsm.template;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A work order template.
 *
 * @param code stable code, such as FIBER-INSTALL
 * @param shortDescription what the work is about, in a sentence; may be empty
 * @param active false: not for new work orders
 * @param priority 1 critical to 4 low, where the request doesn't say
 * @param needsQualification true when a dispatcher looks at each work order before it can be assigned
 * @param revision counts its changes, from 1; 0 in a definition
 * @param version of the record, for the caller's next change
 * @param tasks in the order in which they are listed, each with what it waits for; at least one
 */
public record WorkOrderTemplateView(
        String code,
        String name,
        String shortDescription,
        boolean active,
        int priority,
        boolean billable,
        boolean needsQualification,
        long revision,
        long version,
        List<TemplateTaskView> tasks) {
    public WorkOrderTemplateView {
        List<TemplateTaskView> given = tasks;
        tasks = IntStream.range(0, given.size())
                .mapToObj(i -> given.get(i).at(i + 1))
                .toList();
    }

    /** A definition: what somebody wants a template to be. */
    public WorkOrderTemplateView(
            String code,
            String name,
            boolean active,
            int priority,
            boolean billable,
            boolean needsQualification,
            List<TemplateTaskView> tasks) {
        this(code, name, "", active, priority, billable, needsQualification, 0, 0, tasks);
    }

    /** Codes of all skills that its tasks need, sorted. */
    public Set<String> skills() {
        Set<String> skills = new TreeSet<>();
        tasks.forEach(task -> skills.addAll(task.skills()));
        return skills;
    }

    /** Planned length of all visits together. */
    public int durationMinutes() {
        return tasks.stream().mapToInt(TemplateTaskView::durationMinutes).sum();
    }

    /** True when both say the same of the work, whatever they count. */
    boolean saysTheSameAs(WorkOrderTemplateView other) {
        return counted(0, 0).equals(other.counted(0, 0));
    }

    private WorkOrderTemplateView counted(long newRevision, long newVersion) {
        return new WorkOrderTemplateView(
                code,
                name,
                shortDescription,
                active,
                priority,
                billable,
                needsQualification,
                newRevision,
                newVersion,
                tasks);
    }
}
