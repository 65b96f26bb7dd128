package io.orderfield.fsm.template;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            problem("code", "has up to 60 capital letters, digits and single hyphens");
        }
        line("name", template.name(), LONGEST_LINE, true);
        line("shortDescription", template.shortDescription(), LONGEST_LINE, false);
        if (template.priority() < 1 || template.priority() > 4) {
            problem("priority", "must be from 1 to 4");
        }
        if (template.tasks().isEmpty() || template.tasks().size() > MOST_TASKS) {
            problem("tasks", "must be from 1 to " + MOST_TASKS + " tasks");
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
            problem(path + "durationMinutes", "must be from 1 to " + LONGEST_VISIT);
        }
        if (task.skills().size() > MOST_SKILLS
                || task.skills().stream().anyMatch(s -> !SKILL.matcher(s).matches())) {
            problem(path + "skills", "are up to 15 words of letters, digits, blanks and ._-");
        }
        if (task.checklist().size() > MOST_ITEMS) {
            problem(path + "checklist", "has at most " + MOST_ITEMS + " items");
        }
        for (int i = 0; i < task.checklist().size(); i++) {
            line(path + "checklist[" + i + "].text", task.checklist().get(i).text(), LONGEST_ITEM, true);
        }
        if (task.dependenciesOf(ordinal).stream().anyMatch(d -> d < 1 || d > tasks)) {
            problem(path + "dependsOn", "names a task that is not there; tasks are numbered from 1 to " + tasks);
        }
    }

    private void line(String path, String text, int longest, boolean needed) {
        if (needed && text.isBlank()) {
            problem(path, "is required");
        } else if (text.length() > longest) {
            problem(path, "has " + text.length() + " characters; at most " + longest + " are possible");
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            problem(path, "must be one line of text");
        }
    }

    private void problem(String path, String message) {
        problems.add(new FieldProblem(path, message));
    }

    private static void refuseCycle(WorkOrderTemplateView template) {
        List<TemplateTaskView> tasks = template.tasks();
        List<Integer> cycle = TaskDependencies.cycle(IntStream.range(0, tasks.size())
                .mapToObj(i -> tasks.get(i).dependenciesOf(i + 1))
                .toList());
        if (!cycle.isEmpty()) {
            String way = cycle.stream().map(String::valueOf).collect(Collectors.joining(" → "));
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "dependency-cycle",
                    "These tasks wait for each other, so none of them could ever start: " + way + ".",
                    List.of(),
                    Map.of("cycle", cycle));
        }
    }
}
