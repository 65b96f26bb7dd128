package io.orderfield.web.catalog;

import io.orderfield.fsm.template.TemplateTaskView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A task of a template.
 *
 * @param skills codes of the skills that it needs
 * @param durationMinutes planned length of the visit, from 1
 */
@Schema(name = "TemplateTask")
public record TemplateTaskRecord(
        String shortDescription, List<String> skills, int durationMinutes, List<TemplateChecklistRecord> checklist) {

    static TemplateTaskRecord of(TemplateTaskView view) {
        return new TemplateTaskRecord(
                view.shortDescription(),
                view.skills().stream().sorted().toList(),
                view.durationMinutes(),
                view.checklist().stream().map(TemplateChecklistRecord::of).toList());
    }
}
