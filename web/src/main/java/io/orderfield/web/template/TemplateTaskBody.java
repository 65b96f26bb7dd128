package io.orderfield.web.template;

import static io.orderfield.web.api.Bodies.listed;
import static io.orderfield.web.api.Bodies.text;

import io.orderfield.fsm.template.TemplateChecklistItem;
import io.orderfield.fsm.template.TemplateTaskView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A task of a template.
 *
 * @param skills codes of the skills that it needs
 * @param durationMinutes planned length of the visit, from 1
 * @param dependsOn numbers, from 1, of the tasks that have to be closed before this one starts; left out, the one before it
 */
@Schema(name = "NewTemplateTask")
public record TemplateTaskBody(
        @Nullable String shortDescription,
        @Nullable List<@Nullable String> skills,
        @Nullable Integer durationMinutes,
        @Nullable List<@Nullable ItemBody> checklist,
        @Nullable List<@Nullable Integer> dependsOn) {

    /**
     * A thing to tick off.
     *
     * @param mandatory true when the task can't be completed without it
     */
    @Schema(name = "NewTemplateChecklistItem")
    public record ItemBody(@Nullable String text, @Nullable Boolean mandatory) {}

    /** All tasks of a body, null when it has none to say. */
    static @Nullable List<TemplateTaskView> commands(@Nullable List<@Nullable TemplateTaskBody> tasks) {
        if (tasks == null) {
            return null;
        }
        List<TemplateTaskBody> all = listed("tasks", tasks);
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).command("tasks[" + i + "]."))
                .toList();
    }

    private TemplateTaskView command(String path) {
        return new TemplateTaskView(
                text(shortDescription),
                new LinkedHashSet<>(listed(path + "skills", skills)),
                durationMinutes == null ? 0 : durationMinutes,
                listed(path + "checklist", checklist).stream()
                        .map(i -> new TemplateChecklistItem(text(i.text()).strip(), Boolean.TRUE.equals(i.mandatory())))
                        .toList(),
                dependsOn == null ? null : new LinkedHashSet<>(listed(path + "dependsOn", dependsOn)));
    }
}
