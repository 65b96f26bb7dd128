package io.orderfield.web.template;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A work order template to create; left out: active, priority 3, not billable, no qualification.
 *
 * @param code capital letters, digits and hyphens; never changes
 * @param template what it is to be, beside its code in the same object; at least one task
 */
@Schema(name = "NewWorkOrderTemplate")
public record NewTemplateBody(
        @Nullable String code, @JsonUnwrapped TemplatePatch template) {}
