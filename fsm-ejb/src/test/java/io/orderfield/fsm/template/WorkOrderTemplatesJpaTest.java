package io.orderfield.fsm.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

@WithDatabase(schemas = "fsm", unit = "fsm")
class WorkOrderTemplatesJpaTest {
    private static final WorkOrderTemplateView DEFINITION = new WorkOrderTemplateView(
            "ONT-INSTALL",
            "ONT installation",
            true,
            2,
            true,
            false,
            List.of(
                    new TemplateTaskView(
                            "Install", Set.of("cpe"), 90, List.of(new TemplateChecklistItem("Signal measured", true))),
                    new TemplateTaskView("Hand over", Set.of(), 30, List.of())));
    private final List<String> published = new ArrayList<>();

    @DatabaseTest
    void keepsATemplateWithTasksAndChecklist(TestDatabase database) {
        database.clear();
        database.doInTransaction(em -> templates(em).add(DEFINITION));

        assertThat(database.<List<WorkOrderTemplateView>>inTransaction(
                        em -> templates(em).list(null, 0, 10)))
                .singleElement()
                .satisfies(kept -> assertThat(kept.saysTheSameAs(DEFINITION)).isTrue())
                .satisfies(kept -> assertThat(kept.tasks().get(1).dependsOn()).containsExactly(1));
    }

    @DatabaseTest
    void tellsOrderManagementOfEveryChangeOnce(TestDatabase database) {
        database.clear();
        database.doInTransaction(em -> templates(em).add(DEFINITION));
        database.doInTransaction(em -> templates(em).retire("ONT-INSTALL"));
        database.doInTransaction(em -> templates(em).retire("ONT-INSTALL"));
        database.doInTransaction(em -> templates(em).retire("UNKNOWN"));
        database.doInTransaction(em -> templates(em).publishPending());

        assertThat(published).containsExactly("ONT-INSTALL true 1", "ONT-INSTALL false 2");
    }

    @DatabaseTest
    void publishesAtStartWhatNobodyHasPublished(TestDatabase database) {
        database.clear();
        database.doInTransaction(em -> em.createNativeQuery("insert into fsm.work_order_template (code, version, name,"
                        + " active, priority, billable, needs_qualification, revision, published_revision) values ('IMPORTED', 1,"
                        + " 'Imported', true, 3, false, false, 4, 3)")
                .executeUpdate());

        int first = database.inTransaction(em -> templates(em).publishPending());
        int second = database.inTransaction(em -> templates(em).publishPending());

        assertThat(first).isEqualTo(1);
        assertThat(second).isZero();
        assertThat(published).containsExactly("IMPORTED true 4");
    }

    @DatabaseTest
    void publishesAgainWhatOrderManagementHasLost(TestDatabase database) {
        database.clear();
        database.doInTransaction(em -> templates(em).add(DEFINITION));
        published.clear();

        database.doInTransaction(em -> templates(em).publishAgain(List.of("UNKNOWN")));
        assertThat(published).isEmpty();
        database.doInTransaction(em -> templates(em).publishAgain(List.of("ONT-INSTALL")));
        database.doInTransaction(em -> templates(em).publishAgain(List.of()));

        assertThat(published).containsExactly("ONT-INSTALL true 1", "ONT-INSTALL true 1");
    }

    private WorkOrderTemplates templates(EntityManager entityManager) {
        return new WorkOrderTemplates(
                entityManager, (code, name, active, revision) -> published.add(code + " " + active + " " + revision));
    }
}
