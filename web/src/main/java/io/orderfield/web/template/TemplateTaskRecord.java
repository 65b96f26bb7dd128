package io.orderfield.web.template;

import io.orderfield.fsm.template.TemplateChecklistItem;
import io.orderfield.fsm.template.TemplateTaskView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A task of a template.
 *
 * @param number from 1, in the template
 * @param skills codes of the skills that it needs
 * @param durationMinutes planned length of the visit, from 1
 * @param dependsOn numbers of the tasks that have to be closed before this one starts
 */
@Schema(name = "TemplateTask")
public record TemplateTaskRecord(
        int number,
        String shortDescription,
        List<String> skills,
        int durationMinutes,
        List<TemplateChecklistItem> checklist,
        List<Integer> dependsOn) {

    static TemplateTaskRecord of(int number, TemplateTaskView view) {
        return new TemplateTaskRecord(
                number,
                view.shortDescription(),
                view.skills().stream().sorted().toList(),
                view.durationMinutes(),
                view.checklist(),
                view.dependenciesOf(number).stream().sorted().toList());
    }
}
