package io.orderfield.fsm.template;

import io.orderfield.kernel.Blank;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether a template can be what somebody wants it to be. */
final class TemplateCheck {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]+(-[A-Z0-9]+)*");
    private static final Pattern SKILL = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}");
    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_ITEM = 400;
    private static final int MOST_TASKS = 50;
    private static final int MOST_ITEMS = 100;
    private static final int MOST_SKILLS = 15;
    private static final int LONGEST_VISIT = 14 * 24 * 60;

    private final List<FieldProblem> problems = new ArrayList<>();

    private TemplateCheck() {}

    /** @throws Refusal invalid with everything that is wrong; {@code dependency-cycle} for tasks that wait for each other */
    static void check(WorkOrderTemplateView template) {
        TemplateCheck check = new TemplateCheck();
        check.all(template);
        if (!check.problems.isEmpty()) {
            throw Refusal.invalid(check.problems);
        }
        refuseCycle(template);
    }

    private void all(WorkOrderTemplateView template) {
        if (template.code().length() > LONGEST_CODE
                || !CODE.matcher(template.code()).matches()) {
            problem("code", Sentence.of("field.templateCode"));
        }
        line("name", template.name(), LONGEST_LINE, true);
        line("shortDescription", template.shortDescription(), LONGEST_LINE, false);
        if (template.priority() < 1 || template.priority() > 4) {
            problem("priority", Sentence.of("field.priority"));
        }
        if (template.tasks().isEmpty() || template.tasks().size() > MOST_TASKS) {
            problem("tasks", Sentence.of("field.tasks").with("most", MOST_TASKS));
        }
        for (int i = 0; i < template.tasks().size(); i++) {
            task(
                    "tasks[" + i + "].",
                    i + 1,
                    template.tasks().get(i),
                    template.tasks().size());
        }
    }

    private void task(String path, int ordinal, TemplateTaskView task, int tasks) {
        line(path + "shortDescription", task.shortDescription(), LONGEST_LINE, true);
        if (task.durationMinutes() < 1 || task.durationMinutes() > LONGEST_VISIT) {
            problem(path + "durationMinutes", Sentence.of("field.upTo").with("most", LONGEST_VISIT));
        }
        if (task.skills().size() > MOST_SKILLS
                || task.skills().stream().anyMatch(s -> !SKILL.matcher(s).matches())) {
            problem(path + "skills", Sentence.of("field.skills"));
        }
        if (task.checklist().size() > MOST_ITEMS) {
            problem(path + "checklist", Sentence.of("field.mostItems").with("most", MOST_ITEMS));
        }
        for (int i = 0; i < task.checklist().size(); i++) {
            line(path + "checklist[" + i + "].text", task.checklist().get(i).text(), LONGEST_ITEM, true);
        }
        if (task.dependenciesOf(ordinal).stream().anyMatch(d -> d < 1 || d > tasks)) {
            problem(path + "dependsOn", Sentence.of("field.unknownTask").with("tasks", tasks));
        }
    }

    private void line(String path, String text, int longest, boolean needed) {
        if (needed && Blank.is(text)) {
            problem(path, Sentence.of("field.required"));
        } else if (text.length() > longest) {
            problem(
                    path,
                    Sentence.of("field.tooLong").with("length", text.length()).with("most", longest));
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            problem(path, Sentence.of("field.line"));
        }
    }

    private void problem(String path, Sentence message) {
        problems.add(new FieldProblem(path, message));
    }

    private static void refuseCycle(WorkOrderTemplateView template) {
        List<TemplateTaskView> tasks = template.tasks();
        List<Integer> cycle = TaskDependencies.cycle(IntStream.range(0, tasks.size())
                .mapToObj(i -> tasks.get(i).dependenciesOf(i + 1))
                .toList());
        if (!cycle.isEmpty()) {
            String way = cycle.stream().map(String::valueOf).collect(Collectors.joining(" → "));
            throw Refusal.invalid("dependency-cycle").with("way", way).showing("cycle", cycle);
        }
    }
}
