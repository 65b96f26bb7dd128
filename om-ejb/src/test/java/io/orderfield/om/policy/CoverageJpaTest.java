package io.orderfield.om.policy;

import static io.orderfield.om.policy.Policy.AUTHOR;
import static io.orderfield.om.policy.Policy.PUBLISHER;
import static io.orderfield.om.policy.Policy.TABLE;
import static io.orderfield.om.policy.Policy.drafts;
import static io.orderfield.om.policy.Policy.publications;
import static io.orderfield.om.policy.Policy.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogAccess;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.catalog.NewLocation;
import io.orderfield.om.policy.coverage.CoverageCellView;
import io.orderfield.om.policy.coverage.CoverageCellView.CoveringRow;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known to stand in the columns of a table: suggested in cells, and looked at by coverage, of every version. */
@WithDatabase(schemas = "om", unit = "om")
class CoverageJpaTest {

    @DatabaseTest
    void suggestsWhatCustomersAndCatalogHaveAlsoForEveryCharacteristicAsAColumn(TestDatabase database) {
        begin(database);
        DraftView draft = drafts(database, AUTHOR, s -> s.create(TABLE, null));
        assertThat(column(draft.columns(), "region").values()).contains("Lisboa");
        assertThat(column(draft.columns(), "country").values()).contains("PT");
        assertThat(column(draft.columns(), "segment").values()).containsExactly("enterprise");
        assertThat(column(draft.columns(), "action").values()).containsExactly("ADD", "CHANGE", "DISCONNECT");
        assertThat(column(draft.columns(), "leadDays").values()).isEmpty();
        assertThat(draft.offered())
                .extracting(TableColumnView::header)
                .contains("characteristics.bandwidth", "characteristics.staticIp");
        assertThat(column(draft.offered(), "characteristics.bandwidth").values())
                .containsExactly("100M", "1G");
        assertThat(column(draft.offered(), "characteristics.staticIp").values()).containsExactly("false", "true");
    }

    @DatabaseTest
    void suggestsNothingThatNoCellCanNameAndNoMoreThanAnybodyLooksThrough(TestDatabase database) {
        begin(database);
        database.doInTransaction(em -> {
            location(em, "Paris, Versailles");
            for (int i = 0; i < 501; i++) {
                location(em, "Region " + i);
            }
        });
        List<String> regions = column(
                        drafts(database, AUTHOR, s -> s.create(TABLE, null)).columns(), "region")
                .values();
        assertThat(regions).hasSize(500).doesNotContain("Paris, Versailles").contains("Region 0");
    }

    @DatabaseTest
    void looksAtEveryVersionAlsoByAColumnAndOnTheFirstDayOfOneThatIsPlanned(TestDatabase database) {
        begin(database);
        Instant at = Instant.now().plus(40, ChronoUnit.DAYS);
        published(database, null, row("early", "Lisboa", null));
        published(database, at, row("late", "Norte", at.plus(-1, ChronoUnit.DAYS)));

        assertThat(rows(database, 1, null)).isNotEmpty().allMatch(id -> id.startsWith("r"));
        assertThat(rows(database, 2, "region")).containsExactly("Lisboa early");
        assertThat(rows(database, 3, "region")).as("on its first day").containsExactly("Norte late");
        assertThat(CoverageJpaTest.<List<CoverageCellView>>tables(database, s -> s.coverage(TABLE, "region")))
                .as("of the one that decides")
                .isEqualTo(tables(database, s -> s.coverage(TABLE, 2, "region")));
        assertThat(CoverageJpaTest.<List<String>>tables(database, s -> s.coverageColumns(TABLE)))
                .contains("region", "priority", "characteristics.bandwidth")
                .doesNotContain("quantity", "specification");
        refused("not-found", () -> tables(database, s -> s.coverage(TABLE, 9, null)));
        refused("invalid-request", () -> tables(database, s -> s.coverage(TABLE, 1, "characteristics.unheard")));
    }

    private static void begin(TestDatabase database) {
        Policy.fresh(database);
        database.doInTransaction(em -> {
            CatalogFixture.ensure(em);
            location(em, "Norte");
        });
    }

    private static void location(EntityManager em, String region) {
        CatalogAccess.register(em)
                .add(new NewLocation(
                        CatalogFixture.ACCOUNT,
                        "Depot in " + region,
                        "Rua 1",
                        "1100-001",
                        "Lisbon",
                        region,
                        "PT",
                        38.7,
                        -9.1,
                        "Europe/Lisbon",
                        null,
                        null));
    }

    private static TableColumnView column(List<TableColumnView> columns, String header) {
        return columns.stream()
                .filter(column -> column.header().equals(header))
                .findFirst()
                .orElseThrow();
    }

    private static DraftRowView row(String id, String region, @Nullable Instant from) {
        return new DraftRowView(
                id,
                null,
                null,
                from == null ? null : from.toString().substring(0, 10),
                null,
                Map.of("specification", "FIBER-ACCESS", "action", "ADD", "region", region, "template", "SITE-SURVEY"));
    }

    private static void published(TestDatabase database, @Nullable Instant at, DraftRowView row) {
        UUID draft = drafts(database, AUTHOR, s -> s.create(TABLE, null)).id();
        drafts(database, AUTHOR, s -> s.replace(TABLE, draft, new DraftContent(null, List.of(row)), null));
        publications(
                database,
                PUBLISHER,
                Map.of(),
                s -> s.publish(TABLE, draft, new PublicationRequest("try", at, "gaps are meant", null), null));
    }

    /** Values of the column and ids of the rows, of what a new fiber access is covered by. */
    private static List<String> rows(TestDatabase database, int version, @Nullable String column) {
        return tables(database, s -> s.coverage(TABLE, version, column)).stream()
                .filter(cell -> cell.specification().equals("FIBER-ACCESS")
                        && cell.action().equals("ADD"))
                .flatMap(cell -> cell.rows().stream().map(CoveringRow::id).map(id -> (cell.value() + " " + id).strip()))
                .toList();
    }

    private static <T> T tables(TestDatabase database, Function<DecisionTableService, T> work) {
        return database.inTransaction(em -> work.apply(Policy.on(em).get(DecisionTableService.class)));
    }
}
