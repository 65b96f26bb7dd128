package io.orderfield.om.policy;

import static io.orderfield.om.policy.Policy.AUTHOR;
import static io.orderfield.om.policy.Policy.PUBLISHER;
import static io.orderfield.om.policy.Policy.TABLE;
import static io.orderfield.om.policy.Policy.drafts;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Beans;
import io.orderfield.messaging.right.CurrentCaller;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.demo.DemoSeed;
import io.orderfield.om.policy.coverage.CoverageCellView;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The draft that the demonstration begins: a rule that forgets a region. */
@WithDatabase(schemas = "om", unit = "om")
class DemoDraftJpaTest {

    @DatabaseTest
    void nothingIsWrongInAnyCellAndTheCoverageByRegionShowsWhatIsMissing(TestDatabase database) {
        Policy.fresh(database);
        ensure(database);
        DraftSummary draft = only(database);
        assertThat(draft.createdBy()).isEqualTo("author");
        assertThat(Policy.<List<TableFindingView>>drafts(database, AUTHOR, s -> s.check(TABLE, draft.id())))
                .noneMatch(found -> found.severity().equals("error"));
        assertThat(Policy.<List<TableDifference>>drafts(database, AUTHOR, s -> s.differences(TABLE, draft.id())))
                .hasSize(2);
        assertThat(gaps(database, draft.id())).containsExactlyInAnyOrder("ADD Tokyo", "CHANGE Tokyo");
    }

    private static List<String> gaps(TestDatabase database, UUID draft) {
        return Policy.<List<CoverageCellView>>drafts(database, PUBLISHER, s -> s.coverage(TABLE, draft, "region"))
                .stream()
                .filter(cell -> cell.specification().equals("VOICE-SERVICE")
                        && !cell.action().equals("DISCONNECT")
                        && cell.rows().isEmpty())
                .map(cell -> cell.action() + " " + cell.value())
                .toList();
    }

    @DatabaseTest
    void isBegunOnceAndNotWhereSomebodyHasBegunAnother(TestDatabase database) {
        database.clear();
        ensure(database);
        Policy.shipped(database);
        ensure(database);
        DraftSummary draft = only(database);
        ensure(database);
        assertThat(only(database)).isEqualTo(draft);

        Policy.fresh(database);
        UUID other = drafts(database, AUTHOR, s -> s.create(TABLE, null)).id();
        ensure(database);
        assertThat(only(database).id()).isEqualTo(other);
    }

    private static DraftSummary only(TestDatabase database) {
        List<DraftSummary> found = drafts(database, PUBLISHER, s -> s.list(TABLE));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static void ensure(TestDatabase database) {
        database.doInTransaction(em -> new Beans(DemoSeed.class, em, Clock.systemUTC(), new CurrentCaller())
                .get(DemoSeed.class)
                .ensure("set by the operator"));
    }
}
