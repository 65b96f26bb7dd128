package io.orderfield.om.policy;

import static io.orderfield.om.policy.Policy.TABLE;
import static io.orderfield.om.policy.Policy.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.kernel.Beans;
import io.orderfield.kernel.Variables;
import io.orderfield.messaging.contract.FollowUpWish;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.policy.TableVersions.Provenance;
import io.orderfield.om.policy.TableVersions.Publication;
import io.orderfield.om.policy.life.RowLifeService;
import io.orderfield.om.policy.life.RowLifeView;
import io.orderfield.om.policy.life.RowMark;
import io.orderfield.om.testing.FieldService;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.testing.Users;
import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.WorkOrderPolicy;
import io.orderfield.rules.files.DecisionTableCsv;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;

/** What the rows of a table have caused, counted of the work orders of orders that were approved by them. */
@WithDatabase(schemas = "om", unit = "om")
class RowLifeJpaTest extends OrderManagementTest {
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant LATELY = Instant.parse("2026-02-20T00:00:00Z");
    private static final String HEADERS = "id,specification,action,template,active,validFrom\n";
    private static final String SURVEY = "survey,FIBER-ACCESS,ADD,SITE-SURVEY,,\n";
    private static final String INSTALL = "install,FIBER-ACCESS,ADD,FIBER-INSTALL,,\n";
    private static final String BOTH = "both,\"FIBER-ACCESS, ONT\",ADD,SITE-SURVEY,,\n";
    private static final String ONT = "ont,ONT,ADD,ONT-INSTALL,,\n";

    @DatabaseTest
    void countsOverVersionsByTheIdOfTheRow(TestDatabase database) {
        database.clear();
        decidesFrom(database, LONG_AGO, 1, SURVEY + INSTALL + BOTH);
        approved(database);
        Instant first = clock.instant();
        decidesFrom(database, LATELY, 2, INSTALL + BOTH + SURVEY);
        clock.forward(Duration.ofDays(10));
        approved(database);

        Tuple[] expected = {
            tuple("install", 1, 2L, 2L), tuple("both", 2, 4L, 3L), tuple("survey", 3, 2L, 1L),
        };
        assertThat(hits(database, null))
                .extracting(RowLifeView::id, RowLifeView::row, RowLifeView::hits, RowLifeView::workOrders)
                .containsExactly(expected);
        assertThat(hits(database, null)).extracting(RowLifeView::lastHit).containsOnly(clock.instant());
        assertThat(hits(database, null)).extracting(RowLifeView::template).contains("FIBER-INSTALL");
        assertThat(hits(database, 1)).extracting(RowLifeView::id).containsExactly("survey", "install", "both");

        // as it is with work orders of before it was kept when they were decided
        database.doInTransaction(em -> em.createNativeQuery("update om.work_order_link set decided_at = null")
                .executeUpdate());
        assertThat(hits(database, null))
                .extracting(RowLifeView::id, RowLifeView::row, RowLifeView::hits, RowLifeView::workOrders)
                .containsExactly(expected);
        clock.forward(Duration.between(clock.instant(), first.plus(Duration.ofDays(181))));
        assertThat(life(database, "install", 180).hits()).isEqualTo(1);
        assertThat(life(database, "install", 182).hits()).isEqualTo(2);
    }

    @DatabaseTest
    void tellsWhatBecameOfItsWorkOrders(TestDatabase database) {
        database.clear();
        decidesFrom(database, LONG_AGO, 1, SURVEY + INSTALL + ONT);
        CustomerOrderView order = approved(database);
        DomainOrderView service = domainOrder(database, order, "service");
        DomainOrderView resource = domainOrder(database, order, "resource");
        FollowUpWish wish = new FollowUpWish(UUID.randomUUID(), "SITE-SURVEY", "cable too short");
        receive(database, field(service, "SITE-SURVEY").answering(1).becomes("CLOSED_COMPLETE"));
        receive(database, field(service, "FIBER-INSTALL").answering(1).isCanceled("no access"));
        receive(database, field(resource, "ONT-INSTALL").answering(1).becomesAndWants("CLOSED_INCOMPLETE", wish));
        DomainOrderView moved = domainOrder(database, approved(database), "service");
        with(database, om -> om.customers.cancelItem(moved.lineItem(), "moved"));
        for (WorkOrderLinkView link : moved.workOrders()) {
            receive(database, field(moved, link.template()).answering(2).isCanceled("as asked"));
        }

        assertThat(hits(database, null))
                .extracting(
                        RowLifeView::id,
                        RowLifeView::workOrders,
                        RowLifeView::complete,
                        RowLifeView::incomplete,
                        RowLifeView::canceledInFieldService,
                        RowLifeView::reworked)
                .containsExactly(
                        tuple("survey", 2L, 1L, 0L, 0L, 0L),
                        tuple("install", 2L, 0L, 0L, 1L, 0L),
                        tuple("ont", 2L, 0L, 1L, 0L, 1L));

        FieldService followUp = new FieldService(wish.wishId(), "WO0000999", "SITE-SURVEY");
        receive(database, followUp.answering(1).isCanceled("not needed"));
        assertThat(life(database, "ont", null).reworked()).isZero();
    }

    @DatabaseTest
    void marksWhatCouldHaveCountedAndNeverDid(TestDatabase database) {
        database.clear();
        String before = SURVEY + INSTALL + "idle,LTE-ROUTER,ADD,LTE-INSTALL,,\noff,LTE-ROUTER,ADD,LTE-INSTALL,no,\n"
                + "woken,ONT,CHANGE,ONT-INSTALL,no,\nlater,LTE-ROUTER,ADD,LTE-INSTALL,,2026-03-01\n";
        decidesFrom(database, LONG_AGO, 1, before);
        decidesFrom(
                database,
                LATELY,
                2,
                before.replace("woken,ONT,CHANGE,ONT-INSTALL,no", "woken,ONT,CHANGE,ONT-INSTALL,")
                        + "fresh,ONT,CHANGE,ONT-INSTALL,,\n");
        approved(database);

        assertThat(marked(database)).containsExactly("idle");
        clock.forward(Duration.ofDays(180));
        assertThat(marked(database)).containsExactly("idle", "woken", "later", "fresh");
        clock.forward(Duration.ofDays(1));
        assertThat(marked(database)).containsExactly("survey", "install", "idle", "woken", "later", "fresh");
        assertThat(life(database, "survey", null).lastHit()).isNotNull();
        assertThat(life(database, "survey", 180).lastHit()).isNull();
    }

    @DatabaseTest
    void belongsToTheRowThatWantsTheWorkNowSinceThatDoes(TestDatabase database) {
        database.clear();
        decidesFrom(database, LONG_AGO, 1, SURVEY + INSTALL);
        WorkOrderPolicy first = policy;
        DomainOrderView service = domainOrder(database, approved(database), "service");
        Instant approval = clock.instant();
        decidesFrom(database, LATELY, 2, INSTALL + BOTH);
        later = policy;
        policy = first;
        clock.forward(Duration.ofDays(1));
        with(database, om -> om.changes.replan(service.number(), null, null, null));
        Instant again = clock.instant();

        assertThat(life(database, "both", null).hits()).isEqualTo(1);
        assertThat(life(database, "both", null).lastHit()).isEqualTo(again).isAfter(approval);
        assertThat(hits(database, 1).get(0).hits())
                .as("the survey of version 1")
                .isZero();

        clock.forward(Duration.ofDays(1));
        with(database, om -> om.customers.revise(service.lineItem(), instructions("ring")));
        assertThat(life(database, "both", null).lastHit())
                .as("a change that decides the same")
                .isEqualTo(again);
    }

    @DatabaseTest
    void knowsTheRowsOfAVersionThatHadNoIds(TestDatabase database) {
        database.clear();
        database.doInTransaction(em -> em.createNativeQuery(
                        "insert into om.policy_version (version, published_at, published_by, row_count, content)"
                                + " values (1, current_timestamp, 'somebody', 15, ?1)")
                .setParameter(1, DecisionTableCsv.write(DecisionTableCsv.shipped()))
                .executeUpdate());
        Policy.shipped(database);
        approved(database);

        assertThat(hits(database, 1))
                .filteredOn(row -> row.hits() > 0)
                .extracting(RowLifeView::id)
                .containsExactly("r1", "r2", "r3");
    }

    @DatabaseTest
    void refusesWhatItCannotTell(TestDatabase database) {
        Policy.fresh(database);
        refused("invalid-request", () -> hits(database, TABLE, null, 179, null));
        refused("invalid-request", () -> hits(database, TABLE, null, 1_096, null));
        refused("invalid-request", () -> hits(database, TABLE, null, null, "never"));
        refused("not-found", () -> hits(database, TABLE, 9, null, null));
        refused("not-found", () -> hits(database, "order-tasks", null, null, null));
        assertThat(hits(database, TABLE, null, 1_095, RowMark.OFTEN_REWORKED.name()))
                .isEmpty();
    }

    /** Publishes a version, by which what is approved from now on is decided. */
    private void decidesFrom(TestDatabase database, Instant at, int version, String rows) {
        DecisionTable table = DecisionTableCsv.read(HEADERS + rows, KnownValues.UNCHECKED);
        Publication publication = new Publication(
                TABLE,
                version,
                StoredTable.of(table),
                new Provenance(null, Policy.AT, "ada", List.of("ada"), "another rule", null, at));
        database.doInTransaction(em -> Policy.sql(em, connection -> TableVersions.publish(connection, publication)));
        policy = WorkOrderPolicy.compile(version, table);
    }

    private static FieldService field(DomainOrderView order, String template) {
        return FieldService.of(
                link(order, template), "WO" + order.number().substring(2) + '-' + template.substring(0, 4));
    }

    private List<String> marked(TestDatabase database) {
        return hits(database, TABLE, null, null, RowMark.NEVER_HIT.name()).stream()
                .map(RowLifeView::id)
                .toList();
    }

    private RowLifeView life(TestDatabase database, String id, @Nullable Integer days) {
        return hits(database, TABLE, null, days, null).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<RowLifeView> hits(TestDatabase database, @Nullable Integer version) {
        return hits(database, TABLE, version, null, null);
    }

    private List<RowLifeView> hits(
            TestDatabase database,
            String table,
            @Nullable Integer version,
            @Nullable Integer days,
            @Nullable String mark) {
        return database.inTransaction(
                em -> new Beans(PolicyService.class, em, clock, Variables.of(Map.of()), Users.AGENT)
                        .get(RowLifeService.class)
                        .hits(table, version, days, mark));
    }
}
