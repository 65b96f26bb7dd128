package io.orderfield.om.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.policy.TableVersions.Provenance;
import io.orderfield.om.policy.TableVersions.Publication;
import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.PolicyFacts;
import io.orderfield.rules.RowMatch;
import io.orderfield.rules.files.DecisionTableCsv;
import io.orderfield.rules.files.TableFiles.Format;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@WithDatabase(schemas = "om", unit = "om")
class PolicyServiceJpaTest {
    private static final String TABLE = Policy.TABLE;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));
    private static final PolicyFacts FACTS =
            new PolicyFacts("FIBER-ACCESS", "ADD", "Lisboa", "PT", null, 1, 3, 10, null, Map.of());

    @DatabaseTest
    void publishesTheShippedPolicyOnceAlsoWithTwoNodes(TestDatabase database) {
        database.clear();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> publish(database)),
                        CompletableFuture.runAsync(() -> publish(database)))
                .join();
        publish(database);

        database.doInTransaction(em -> {
            DecisionTableService service = Policy.on(em).get(DecisionTableService.class);
            assertThat(service.versions(TABLE)).singleElement().satisfies(v -> {
                assertThat(v.version()).isEqualTo(1);
                assertThat(v.state()).isEqualTo(TableVersionState.PUBLISHED);
                assertThat(v.publishedAt()).isEqualTo(Policy.AT);
                assertThat(v.rows()).isEqualTo(DecisionTableCsv.shipped().rows().size());
            });
            DecisionTableView table = service.find(TABLE);
            assertThat(table.rows())
                    .hasSize(table.rows().get(table.rows().size() - 1).row());
            assertThat(table.rows().get(0).conditions()).containsEntry("specification", "FIBER-ACCESS");
            assertThat(table.rows().get(0).id()).isEqualTo("r1");
            assertThat(table.rows().get(0).results()).containsEntry("template", "SITE-SURVEY");
            assertThat(service.columns(TABLE, 1))
                    .extracting(TableColumnView::header)
                    .startsWith("specification", "action", "region")
                    .endsWith("template", "priorityOverride", "workOrders", "pointOfNoReturn");
            assertThat(service.list()).singleElement().satisfies(summary -> {
                assertThat(summary.serving()).isNotNull();
                assertThat(summary.planned()).isNull();
            });
        });
    }

    @DatabaseTest
    void decidesWithWhatWasPublished(TestDatabase database) {
        database.clear();
        publish(database);

        database.doInTransaction(em -> {
            PolicyService service = Policy.on(em).get(PolicyService.class);
            assertThat(templates(service.current().decide(FACTS, DAY))).containsExactly("SITE-SURVEY", "FIBER-INSTALL");
            assertThat(service.version(1).table()).isSameAs(service.current().table());
        });
    }

    @DatabaseTest
    void doesNotKnowOtherVersions(TestDatabase database) {
        database.clear();
        publish(database);
        Policy.refused(
                "not-found",
                () -> database.inTransaction(
                        em -> Policy.on(em).get(PolicyService.class).version(99)));
        Policy.refused(
                "not-found",
                () -> database.inTransaction(
                        em -> Policy.on(em).get(DecisionTableService.class).version(TABLE, 99)));
        Policy.refused(
                "not-found",
                () -> database.inTransaction(
                        em -> Policy.on(em).get(DecisionTableService.class).find("order-tasks")));
    }

    @DatabaseTest
    void takesOverWhatAnEarlierReleasePublishedWithIdsThatStay(TestDatabase database) {
        database.clear();
        database.doInTransaction(em -> {
            publishedBefore(em, 1, DecisionTableCsv.shippedCsv());
            publishedBefore(em, 2, "specification,action,template\nFIBER-ACCESS,ADD,QUALITY-CHECK\n");
        });
        publish(database);
        publish(database);

        database.doInTransaction(em -> {
            DecisionTableService service = Policy.on(em).get(DecisionTableService.class);
            assertThat(service.versions(TABLE))
                    .extracting(DecisionTableVersionView::version, DecisionTableVersionView::state)
                    .containsExactly(tuple(2, TableVersionState.PUBLISHED), tuple(1, TableVersionState.SUPERSEDED));
            assertThat(service.version(TABLE, 1).rows().get(3).id()).isEqualTo("r4");
            assertThat(service.find(TABLE).publishedBy()).isEqualTo("somebody");
            PolicyService policies = Policy.on(em).get(PolicyService.class);
            assertThat(templates(policies.current().decide(FACTS, DAY))).containsExactly("QUALITY-CHECK");
            assertThat(templates(policies.version(1).decide(FACTS, DAY)))
                    .containsExactly("SITE-SURVEY", "FIBER-INSTALL");
        });
    }

    @DatabaseTest
    void decidesFromItsTimeOnWithWhatIsPlannedAndNotWithWhatWasWithdrawn(TestDatabase database) {
        database.clear();
        publish(database);
        Instant now = Instant.now();
        database.doInTransaction(em -> Policy.sql(em, connection -> {
            TableVersions.publish(connection, version(2, now.minusSeconds(60)));
            TableVersions.publish(connection, version(3, now.plus(Duration.ofDays(1))));
            assertThat(TableVersions.serving(connection, TABLE, Integer.MAX_VALUE))
                    .isEqualTo(2);
            assertThat(TableVersions.planned(connection, TABLE)).isEqualTo(3);
            assertThat(TableVersions.withdraw(connection, TABLE, 2, "ada", now)).isFalse();
            assertThat(TableVersions.withdraw(connection, TABLE, 3, "ada", now)).isTrue();
            assertThat(TableVersions.planned(connection, TABLE)).isNull();
            assertThat(TableVersions.newest(connection, TABLE)).isEqualTo(3);
            assertThat(Policy.on(em).get(DecisionTableService.class).versions(TABLE))
                    .extracting(DecisionTableVersionView::state)
                    .containsExactly(
                            TableVersionState.WITHDRAWN, TableVersionState.PUBLISHED, TableVersionState.SUPERSEDED);
        }));
    }

    @DatabaseTest
    void goesOnWithTheVersionBeforeWhenOneCannotBeBuilt(TestDatabase database) {
        database.clear();
        publish(database);
        database.doInTransaction(em -> {
            Policy.sql(em, connection -> TableVersions.publish(connection, version(2, null)));
            spoil(em);
        });
        database.doInTransaction(em -> {
            PolicyService policies = Policy.on(em).get(PolicyService.class);
            assertThat(policies.current().version()).isEqualTo(1);
            assertThat(Policy.on(em).get(DecisionTableService.class).versions(TABLE))
                    .extracting(DecisionTableVersionView::state)
                    .containsExactly(TableVersionState.NOT_BUILT, TableVersionState.PUBLISHED);
        });
    }

    @DatabaseTest
    void showsOfAVersionThatCannotBeBuiltWhatCanBeRead(TestDatabase database) {
        database.clear();
        publish(database);
        database.doInTransaction(em -> {
            Policy.sql(em, connection -> TableVersions.publish(connection, version(2, null)));
            spoil(em);
        });
        database.doInTransaction(em -> Policy.on(em).get(PolicyService.class).current());
        database.doInTransaction(em -> {
            DecisionTableService tables = Policy.on(em).get(DecisionTableService.class);
            int all = tables.version(TABLE, 1).rows().size();
            DecisionTableView broken = tables.version(TABLE, 2);
            assertThat(broken.state()).isEqualTo(TableVersionState.NOT_BUILT);
            assertThat(broken.rows()).isNotEmpty().hasSizeLessThan(all);
            assertThat(tables.columns(TABLE, 2)).isNotEmpty();
            assertThat(tables.coverage(TABLE, 2, null)).isNotNull();
            assertThat(new String(tables.file(TABLE, 2, Format.CSV), StandardCharsets.UTF_8))
                    .contains("(FIBER");
            Policy.refused("invalid-decision-table", () -> tables.dmn(TABLE, 2));
        });
    }

    @DatabaseTest
    void tellsOfWhatWasToDecideWhileNoServerRan(TestDatabase database) {
        database.clear();
        publish(database);
        Instant now = Instant.now();
        database.doInTransaction(em -> {
            em.createNativeQuery("update om.decision_table_version set published_at = effective_at") // at once
                    .executeUpdate();
            Policy.sql(em, connection -> TableVersions.publish(connection, version(2, now.minusSeconds(3_600))));
            MissedMoments start = Policy.on(em).get(MissedMoments.class);
            assertThat(start.tell()).as("no server was ever seen").isEmpty();

            seen(em, now.minusSeconds(7_200));
            assertThat(start.tell()).singleElement().satisfies(missed -> {
                assertThat(missed.version()).isEqualTo(2);
                assertThat(missed.sentence()).contains("version 2 was to decide from", "decides from now on");
            });
            assertThat(Policy.on(em).get(PolicyService.class).current().version())
                    .isEqualTo(2);

            assertThat(lateFrom(em)).isAfterOrEqualTo(now.minusSeconds(1));

            seen(em, now.minusSeconds(60));
            assertThat(start.tell()).as("a server ran then").isEmpty();
        });
    }

    private static @Nullable Instant lateFrom(EntityManager em) {
        return Policy.on(em)
                .get(DecisionTableService.class)
                .versions(TABLE)
                .get(0)
                .lateFrom();
    }

    private static void seen(EntityManager em, Instant at) {
        em.createNativeQuery("delete from om.sync_node").executeUpdate();
        em.createNativeQuery(
                        "insert into om.sync_node (node, started_at, seen_at, worked_off, redeliveries, duplicates,"
                                + " dead_letters) values ('one', ?1, ?1, 0, 0, 0, 0)")
                .setParameter(1, at.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    @DatabaseTest
    void buildsWhatIsPlannedBeforeItsTime(TestDatabase database) {
        database.clear();
        publish(database);
        database.doInTransaction(em -> {
            PolicyService policies = Policy.on(em).get(PolicyService.class);
            policies.prepare(); // nothing is planned
            Policy.sql(em, connection -> TableVersions.publish(connection, version(2, TOMORROW)));
            policies.prepare();
            spoil(em);
            assertThat(policies.version(2).version()).as("was built already").isEqualTo(2);
            assertThat(policies.current().version()).isEqualTo(1);
        });
    }

    @DatabaseTest
    void tellsBeforeItsTimeThatWhatIsPlannedCannotBeBuilt(TestDatabase database) {
        database.clear();
        publish(database);
        database.doInTransaction(em -> {
            Policy.sql(em, connection -> TableVersions.publish(connection, version(2, TOMORROW)));
            spoil(em);
            Policy.on(em).get(PolicyService.class).prepare();
            assertThat(Policy.on(em).get(DecisionTableService.class).versions(TABLE))
                    .extracting(DecisionTableVersionView::state)
                    .containsExactly(TableVersionState.NOT_BUILT, TableVersionState.PUBLISHED);
        });
    }

    @DatabaseTest
    void knowsTheIdsOfTheRowsAlsoOfAVersionThatCannotBeBuilt(TestDatabase database) {
        database.clear();
        publish(database);
        database.doInTransaction(em -> {
            Policy.sql(em, connection -> TableVersions.publish(connection, version(2, null)));
            spoil(em);
            assertThat(Policy.on(em).get(PolicyService.class).rowIds(2)).startsWith("r1", "r2", "r3");
        });
    }

    private static void spoil(EntityManager em) {
        em.createNativeQuery("update om.decision_table_version set content = replace(content, 'FIBER', '(FIBER')"
                        + " where version = 2")
                .executeUpdate();
    }

    private static Publication version(int version, @Nullable Instant effectiveAt) {
        DecisionTable shipped = DecisionTableCsv.shipped();
        return new Publication(
                TABLE,
                version,
                StoredTable.of(shipped),
                new Provenance(1, Policy.AT, "ada", List.of("ada"), "another rule", null, effectiveAt));
    }

    private static List<String> templates(List<RowMatch> rows) {
        return rows.stream().map(RowMatch::template).toList();
    }

    private static void publish(TestDatabase database) {
        Policy.shipped(database);
    }

    private static void publishedBefore(EntityManager em, int version, String csv) {
        em.createNativeQuery("insert into om.policy_version (version, published_at, published_by, row_count, content)"
                        + " values (?1, current_timestamp, 'somebody', 1, ?2)")
                .setParameter(1, version)
                .setParameter(2, csv)
                .executeUpdate();
    }
}
