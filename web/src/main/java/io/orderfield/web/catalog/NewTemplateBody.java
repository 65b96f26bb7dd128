package io.orderfield.web.catalog;

import io.orderfield.fsm.template.TemplateChange;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A work order template to create; left out: active, priority 3, not billable, no qualification.
 *
 * @param code capital letters, digits and hyphens; never changes
 * @param tasks at least one
 */
@Schema(name = "NewWorkOrderTemplate")
public record NewTemplateBody(
        @Nullable String code,
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
