package io.orderfield.fsm.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderfield.kernel.Injected;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.Person;
import io.orderfield.messaging.right.Role;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.SameInstant;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

@WithDatabase(schemas = "fsm", unit = "fsm")
class TemplateServiceJpaTest {
    private static final TemplateTaskView DIG = new TemplateTaskView(
            "Dig", Set.of("fiber"), 120, List.of(new TemplateChecklistItem("Duct checked", true)), Set.of());
    private static final TemplateTaskView SPLICE = new TemplateTaskView(
            "Splice",
            Set.of("fiber", "cpe"),
            60,
            List.of(new TemplateChecklistItem("Splices documented", true), new TemplateChecklistItem("Photo", false)),
            Set.of(1));

    private final List<String> published = new ArrayList<>();

    @DatabaseTest
    void createsATemplateAndTellsOrderManagement(TestDatabase database) {
        database.clear();

        WorkOrderTemplateView created = as(database, s -> s.create("FIBER", change("Fiber", List.of(DIG, SPLICE))));

        assertThat(created.revision()).isEqualTo(1);
        assertThat(created.active()).isTrue();
        assertThat(created.priority()).isEqualTo(3);
        assertThat(created.skills()).containsExactly("cpe", "fiber");
        assertThat(created.durationMinutes()).isEqualTo(180);
        assertThat(find(database, "FIBER")).isEqualTo(created);
        assertThat(published).containsExactly("FIBER Fiber true 1");
        assertThat(refusal(() -> as(database, s -> s.create("FIBER", change("Fiber", List.of(DIG)))))
                        .code())
                .isEqualTo("template-exists");
    }

    @DatabaseTest
    void makesARevisionOfEveryChangeAndOfNothingElse(TestDatabase database) {
        database.clear();
        WorkOrderTemplateView first = as(database, s -> s.create("FIBER", change("Fiber", List.of(DIG, SPLICE))));

        WorkOrderTemplateView renamed = as(
                database,
                s -> s.change(
                        "FIBER", new TemplateChange("Glass", "By hand", null, 1, true, true, null), first.version()));
        WorkOrderTemplateView same = as(database, s -> s.change("FIBER", change("Glass ", null), renamed.version()));
        WorkOrderTemplateView retired = as(
                database, s -> s.change("FIBER", new TemplateChange(null, null, false, null, null, null, null), null));

        assertThat(renamed.revision()).isEqualTo(2);
        assertThat(renamed.version()).isGreaterThan(first.version());
        assertThat(renamed.tasks()).isEqualTo(first.tasks());
        assertThat(same).isEqualTo(renamed);
        assertThat(retired.active()).isFalse();
        assertThat(find(database, "FIBER")).isEqualTo(retired);
        assertThat(published).containsExactly("FIBER Fiber true 1", "FIBER Glass true 2", "FIBER Glass false 3");
        assertThat(refusal(() -> as(database, s -> s.change("FIBER", change("Other", null), first.version())))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
    }

    @DatabaseTest
    void replacesTasksAndChecklistsByMoreAndByFewer(TestDatabase database) {
        database.clear();
        as(database, s -> s.create("FIBER", change("Fiber", List.of(DIG))));
        TemplateTaskView bare = new TemplateTaskView("Look", Set.of(), 15, List.of(), Set.of());

        for (List<TemplateTaskView> tasks : List.of(
                List.of(DIG, SPLICE), List.of(bare, DIG, SPLICE), List.of(bare), List.of(DIG, SPLICE, bare, bare))) {
            WorkOrderTemplateView changed = as(database, s -> s.change("FIBER", change(null, tasks), null));

            assertThat(changed.tasks()).isEqualTo(tasks);
            assertThat(find(database, "FIBER")).isEqualTo(changed);
        }
        assertThat(database.<Number>inTransaction(
                                em -> (Number) em.createNativeQuery("select count(*) from fsm.work_order_template_item")
                                        .getSingleResult())
                        .intValue())
                .isEqualTo(3);
    }

    @DatabaseTest
    void refusesTasksThatWaitForEachOther(TestDatabase database) {
        database.clear();
        as(database, s -> s.create("FIBER", change("Fiber", List.of(DIG, SPLICE))));
        TemplateTaskView dig = new TemplateTaskView("Dig", Set.of(), 60, List.of(), Set.of(2));

        Refusal refusal = refusal(() -> as(database, s -> s.change("FIBER", change(null, List.of(dig, SPLICE)), null)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal.code()).isEqualTo("dependency-cycle");
        assertThat(refusal.data()).containsEntry("cycle", List.of(1, 2, 1));
        assertThat(find(database, "FIBER").revision()).isEqualTo(1);
        assertThat(published).hasSize(1);
    }

    @DatabaseTest
    void refusesTheSecondOfTwoTemplatesOfOneCodeAtTheSameInstant(TestDatabase database) {
        database.clear();

        Refusal refusal = SameInstant.refusalOfTheSecond(
                database,
                em -> service(em, new ArrayList<>()).create("SAME", change("One", List.of(DIG))),
                em -> service(em, new ArrayList<>()).create("SAME", change("Other", List.of(DIG))));

        assertThat(refusal.code()).isEqualTo("template-exists");
        assertThat(find(database, "SAME").name()).isEqualTo("One");
    }

    @DatabaseTest
    void namesEverythingThatIsWrong(TestDatabase database) {
        database.clear();
        TemplateTaskView wrong =
                new TemplateTaskView(" ", Set.of("a|b"), 0, List.of(new TemplateChecklistItem("", true)), Set.of(2));

        Refusal refusal = refusal(() -> as(
                database,
                s -> s.create("fiber", new TemplateChange("", "x".repeat(201), null, 5, null, null, List.of(wrong)))));

        assertThat(refusal.errors())
                .extracting(Refusal.FieldProblem::field)
                .containsExactly(
                        "code",
                        "name",
                        "shortDescription",
                        "priority",
                        "tasks[0].shortDescription",
                        "tasks[0].durationMinutes",
                        "tasks[0].skills",
                        "tasks[0].checklist[0].text",
                        "tasks[0].dependsOn");
        assertThat(refusal(() -> as(database, s -> s.create("FIBER", change("Fiber", List.of()))))
                        .errors())
                .extracting(Refusal.FieldProblem::field)
                .containsExactly("tasks");
        assertThat(refusal(() -> as(database, s -> s.change("NONE", change("x", null), null)))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    private static TemplateChange change(String name, List<TemplateTaskView> tasks) {
        return new TemplateChange(name, null, null, null, null, null, tasks);
    }

    private WorkOrderTemplateView find(TestDatabase database, String code) {
        return as(database, s -> s.find(code));
    }

    private <T> T as(TestDatabase database, Function<TemplateService, T> call) {
        List<String> told = new ArrayList<>();
        T result = database.inTransaction(em -> call.apply(service(em, told)));
        published.addAll(told);
        return result;
    }

    private static TemplateService service(EntityManager em, List<String> told) {
        return Injected.as(
                Person.with(Role.ADMINISTRATOR),
                new TemplateService(),
                new WorkOrderTemplates(
                        em,
                        (code, name, active, revision) -> told.add(code + " " + name + " " + active + " " + revision)));
    }

    private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }
}
