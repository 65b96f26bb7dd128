package io.orderfield.fsm.template;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a template shall be, or what of it shall be different. Null leaves a field as it is; at creation it means: an empty
 * short description, active, priority 3, not billable, no qualification.
 *
 * @param tasks all tasks, which replace the ones before
 */
public record TemplateChange(
        @Nullable String name,
        @Nullable String shortDescription,
        @Nullable Boolean active,
        @Nullable Integer priority,
        @Nullable Boolean billable,
        @Nullable Boolean needsQualification,
        @Nullable List<TemplateTaskView> tasks) {
    private static final int USUAL_PRIORITY = 3;

    WorkOrderTemplateView created(String code) {
        return on(new WorkOrderTemplateView(code, "", true, USUAL_PRIORITY, false, false, List.of()));
    }

    WorkOrderTemplateView on(WorkOrderTemplateView old) {
        return new WorkOrderTemplateView(
                old.code(),
                Objects.requireNonNullElse(name, old.name()).strip(),
                Objects.requireNonNullElse(shortDescription, old.shortDescription())
                        .strip(),
                Objects.requireNonNullElse(active, old.active()),
                Objects.requireNonNullElse(priority, old.priority()),
                Objects.requireNonNullElse(billable, old.billable()),
                Objects.requireNonNullElse(needsQualification, old.needsQualification()),
                old.revision(),
                old.version(),
                Objects.requireNonNullElse(tasks, old.tasks()));
    }
}
