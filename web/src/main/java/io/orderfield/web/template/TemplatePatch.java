package io.orderfield.web.template;

import io.orderfield.fsm.template.TemplateChange;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a work order template; what is left out stays.
 *
 * @param active false takes it out of use
 * @param tasks all tasks, which replace the ones before; work orders that exist keep theirs
 */
@Schema(name = "WorkOrderTemplatePatch")
public record TemplatePatch(
        @Nullable String name,
        @Nullable String shortDescription,
        @Nullable Boolean active,
        @Nullable Integer priority,
        @Nullable Boolean billable,
        @Nullable Boolean needsQualification,
        @Nullable List<@Nullable TemplateTaskBody> tasks) {

    TemplateChange command() {
        return new TemplateChange(
                name,
                shortDescription,
                active,
                priority,
                billable,
                needsQualification,
                TemplateTaskBody.commands(tasks));
    }
}
