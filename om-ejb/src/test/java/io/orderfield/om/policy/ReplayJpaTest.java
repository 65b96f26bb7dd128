package io.orderfield.om.policy;

import static io.orderfield.om.policy.Policy.AUTHOR;
import static io.orderfield.om.policy.Policy.PUBLISHER;
import static io.orderfield.om.policy.Policy.TABLE;
import static io.orderfield.om.policy.Policy.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.policy.replay.ReplayFacts;
import io.orderfield.om.policy.replay.ReplayGroupView;
import io.orderfield.om.policy.replay.ReplayIntake;
import io.orderfield.om.policy.replay.ReplayKind;
import io.orderfield.om.policy.replay.ReplayLineFilter;
import io.orderfield.om.policy.replay.ReplayLineView;
import io.orderfield.om.policy.replay.ReplayRequest;
import io.orderfield.om.policy.replay.ReplayService;
import io.orderfield.om.policy.replay.ReplayState;
import io.orderfield.om.policy.replay.ReplayView;
import io.orderfield.om.policy.replay.WorkAtStake;
import io.orderfield.om.testing.OrderManagement;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.testing.Users;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.rules.TableShape;
import io.orderfield.rules.WorkOrderPolicy;
import io.orderfield.rules.files.TableFiles.Format;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What a draft would have done, and would do, to the domain orders of a database. */
@WithDatabase(schemas = "om", unit = "om")
class ReplayJpaTest extends OrderManagementTest {
    private static final List<String> SURVEY_GONE = List.of("r1");

    @DatabaseTest
    void namesWhoseWorkWouldDifferAndChangesNothing(TestDatabase database) {
        Policy.fresh(database);
        DomainOrderView service = domainOrder(database, approved(database), "service");
        confirmed(database, service, "ASSIGNED");
        sql(
                database,
                "update om.work_order_link set scheduled_start = timestamp with time zone '2026-03-05 09:00:00+00',"
                        + " scheduled_end = timestamp with time zone '2026-03-05 11:30:00+00' where template = 'SITE-SURVEY'");
        DomainOrderView before = again(database, service);
        UUID draft = draftWithout(database, SURVEY_GONE);

        ReplayView begun = start(database, draft);
        assertThat(begun.state()).isEqualTo(ReplayState.RUNNING);
        assertThat(begun.running()).isTrue();
        assertThat(begun.total()).isEqualTo(3);
        assertThat(begun.done()).isZero();
        ReplayView done = run(database, draft, begun);
        assertThat(done.state()).isEqualTo(ReplayState.DONE);
        assertThat(done.done()).isEqualTo(3);
        assertThat(done.endedAt()).isEqualTo(clock.instant());
        assertThat(done.factsNotKept()).isZero();
        assertThat(done.outdated()).isFalse();
        assertThat(done.decided().domainOrders()).isEqualTo(1);
        assertThat(done.decided().fewer()).isEqualTo(1);
        assertThat(done.decided().more() + done.decided().other()).isZero();
        assertThat(done.decided().stake()).isEqualTo(new WorkAtStake(1, 1, 0, 0, 150));
        assertThat(done.today()).isEqualTo(done.decided());

        assertThat(lines(database, draft, ReplayLineFilter.ALL)).singleElement().satisfies(line -> {
            assertThat(line.position()).isEqualTo(1);
            assertThat(line.domainOrder()).isEqualTo(service.number());
            assertThat(line.open()).isTrue();
            assertThat(line.facts()).isEqualTo(ReplayFacts.BOTH);
            assertThat(line.kind()).isEqualTo(ReplayKind.FEWER);
            assertThat(line.row()).isEqualTo("r1");
            assertThat(line.tableVersion()).isEqualTo(1);
            assertThat(line.would()).isNull();
            assertThat(line.was()).isNotNull().satisfies(was -> {
                assertThat(was.template()).isEqualTo("SITE-SURVEY");
                assertThat(was.number()).isEqualTo(1);
            });
            assertThat(line.already()).isFalse();
        });
        assertThat(groups(database, draft))
                .extracting(ReplayGroupView::row, ReplayGroupView::number)
                .containsExactly(tuple("r1", null));
        assertThat(again(database, service)).isEqualTo(before);
    }

    @DatabaseTest
    void saysWhichFactsMakeTheDifference(TestDatabase database) {
        Policy.fresh(database);
        DomainOrderView service = domainOrder(database, approved(database), "service");
        UUID draft = draft(database, rows -> {
            rows.add(new DraftRowView(
                    "moved",
                    null,
                    null,
                    null,
                    null,
                    Map.of("specification", "FIBER-ACCESS", "region", "Elsewhere", "template", "QUALITY-CHECK")));
            return rows;
        });
        sql(database, "update om.location set region = 'Elsewhere'");
        ReplayView done = run(database, draft, start(database, draft));
        assertThat(lines(database, draft, ReplayLineFilter.ALL))
                .extracting(ReplayLineView::domainOrder, ReplayLineView::facts, ReplayLineView::kind)
                .containsExactly(tuple(service.number(), ReplayFacts.TODAY, ReplayKind.MORE));
        assertThat(done.decided().domainOrders()).isZero();
        assertThat(done.today().more()).isEqualTo(1);
        ReplayGroupView group = groups(database, draft).get(0);
        assertThat(group.number()).isEqualTo(16);
        assertThat(group.decided().domainOrders()).isZero();
        assertThat(group.today().domainOrders()).isEqualTo(1);
        assertThat(lines(database, draft, new ReplayLineFilter("moved", "MORE", true)))
                .hasSize(1);
        assertThat(lines(database, draft, new ReplayLineFilter("moved", "FEWER", null)))
                .isEmpty();
        assertThat(lines(database, draft, new ReplayLineFilter("r1", null, null)))
                .isEmpty();
        assertThat(lines(database, draft, new ReplayLineFilter(null, null, false)))
                .isEmpty();
        refused("invalid-request", () -> lines(database, draft, new ReplayLineFilter(null, "LESS", null)));
    }

    @DatabaseTest
    void takesFactsOfTodayWhereNoneWereKeptAndSaysSo(TestDatabase database) {
        Policy.fresh(database);
        approved(database);
        sql(database, "update om.domain_order set facts = null");
        UUID draft = draftWithout(database, SURVEY_GONE);
        ReplayView done = run(database, draft, start(database, draft));
        assertThat(done.factsNotKept()).isEqualTo(3);
        assertThat(lines(database, draft, ReplayLineFilter.ALL))
                .extracting(ReplayLineView::facts)
                .containsExactly(ReplayFacts.NOT_KEPT);
        assertThat(done.decided().domainOrders()).isEqualTo(1);
        assertThat(done.today().domainOrders()).isEqualTo(1);
    }

    @DatabaseTest
    void seesWhatWasDecidedLatelyWhateverBecameOfItAndWhatIsOpenHoweverOld(TestDatabase database) {
        Policy.fresh(database);
        DomainOrderView old = domainOrder(database, approved(database), "service");
        DomainOrderView ended = domainOrder(database, approved(database), "service");
        close(database, ended);
        clock.forward(Duration.ofDays(31));
        DomainOrderView late = domainOrder(database, approved(database), "service");
        close(database, late);
        UUID draft = draftWithout(database, SURVEY_GONE);
        ReplayView done = run(database, draft, start(database, draft));
        assertThat(lines(database, draft, ReplayLineFilter.ALL))
                .extracting(ReplayLineView::domainOrder, ReplayLineView::open, ReplayLineView::facts)
                .containsExactly(
                        tuple(old.number(), true, ReplayFacts.BOTH), tuple(late.number(), false, ReplayFacts.KEPT));
        assertThat(done.decided().domainOrders()).isEqualTo(2);
        assertThat(done.today().domainOrders()).isEqualTo(1);
        assertThat(done.total()).isEqualTo(8);
    }

    @DatabaseTest
    void oneOfADraftRunsAtATimeAndTheNextTakesItsPlace(TestDatabase database) {
        Policy.fresh(database);
        approved(database);
        UUID draft = draftWithout(database, SURVEY_GONE);
        refused("not-found", () -> ask(database, AUTHOR, s -> s.find(TABLE, draft)));
        Optional<ReplayView> none = ask(database, AUTHOR, s -> s.newest(TABLE, draft));
        assertThat(none).isEmpty();
        ReplayView first = start(database, draft);
        refused("replay-running", () -> start(database, draft));
        run(database, draft, first);
        ReplayView second = start(database, draft);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.lines()).isZero();
        assertThat(step(database, draft, first.id())).isFalse();
        assertThat(ask(database, PUBLISHER, s -> s.find(TABLE, draft)).done()).isZero();
    }

    @DatabaseTest
    void isStoppedWhereItIs(TestDatabase database) {
        Policy.fresh(database);
        approved(database);
        UUID draft = draftWithout(database, SURVEY_GONE);
        ReplayView begun = start(database, draft);
        ReplayView stopped = ask(database, AUTHOR, s -> s.stop(TABLE, draft));
        assertThat(stopped.state()).isEqualTo(ReplayState.STOPPED);
        assertThat(stopped.running()).isFalse();
        assertThat(step(database, draft, begun.id())).isFalse();
        assertThat(ask(database, AUTHOR, s -> s.find(TABLE, draft)).done()).isZero();
        assertThat(ask(database, AUTHOR, s -> s.stop(TABLE, draft)).state()).isEqualTo(ReplayState.STOPPED);
        assertThat(start(database, draft).running()).isTrue();
    }

    @DatabaseTest
    void isToldAsInterruptedWhileItsServerIsSilentAndCanBeBegunAnew(TestDatabase database) {
        Policy.fresh(database);
        approved(database);
        UUID draft = draftWithout(database, SURVEY_GONE);
        ReplayView begun = start(database, draft);
        clock.forward(Duration.ofMinutes(3));
        ReplayView silent = ask(database, AUTHOR, s -> s.find(TABLE, draft));
        assertThat(silent.state()).isEqualTo(ReplayState.INTERRUPTED);
        assertThat(silent.running()).isFalse();
        run(database, draft, begun); // which took its time, and was not dead
        assertThat(ask(database, AUTHOR, s -> s.find(TABLE, draft)).state()).isEqualTo(ReplayState.DONE);
        ReplayView silentAgain = start(database, draft);
        clock.forward(Duration.ofMinutes(3));
        ReplayView next = start(database, draft);
        assertThat(next.id()).isNotIn(begun.id(), silentAgain.id());
        with(database, om -> om.as(AUTHOR, ReplayIntake.class).fail(next.id()));
        assertThat(ask(database, AUTHOR, s -> s.find(TABLE, draft)).state()).isEqualTo(ReplayState.FAILED);
    }

    @DatabaseTest
    void asManyRunAsTheServerCanBear(TestDatabase database) {
        Policy.fresh(database);
        for (int i = 0; i < 3; i++) {
            start(database, draftWithout(database, SURVEY_GONE));
        }
        UUID fourth = draftWithout(database, SURVEY_GONE);
        refused("too-many-replays", () -> start(database, fourth));
    }

    @DatabaseTest
    void leavesRowsOutThatCantBeReadAndSaysSoWhenTheDraftIsAnotherNow(TestDatabase database) {
        Policy.fresh(database);
        UUID draft = draft(database, rows -> {
            rows.add(new DraftRowView(
                    "wrong", null, null, null, null, Map.of("quantity", "[5..1]", "template", "QUALITY-CHECK")));
            return rows;
        });
        refused("stale", () -> ask(database, AUTHOR, s -> s.start(TABLE, draft, null, 99L)));
        assertThat(start(database, draft).unread()).isEqualTo(1);
        with(database, om -> om.as(AUTHOR, DraftService.class)
                .replace(TABLE, draft, new DraftContent(null, List.of()), null));
        assertThat(ask(database, AUTHOR, s -> s.find(TABLE, draft)).outdated()).isTrue();
        with(database, om -> om.as(AUTHOR, DraftService.class).discard(TABLE, draft, null));
        refused("not-found", () -> ask(database, AUTHOR, s -> s.find(TABLE, draft)));
    }

    @DatabaseTest
    void whatItFoundIsAFile(TestDatabase database) {
        Policy.fresh(database);
        DomainOrderView service = domainOrder(database, approved(database), "service");
        UUID draft = draftWithout(database, SURVEY_GONE);
        run(database, draft, start(database, draft));
        String csv =
                new String(ask(database, PUBLISHER, s -> s.file(TABLE, draft, Format.CSV)), StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv.lines().skip(1).findFirst()).hasValueSatisfying(line -> assertThat(line)
                .startsWith(service.number() + ",")
                .contains(",FIBER-ACCESS,yes,1,BOTH,FEWER,r1,SITE-SURVEY,1,,never,,,,,no,1,0,0,0,0.00"));
        byte[] workbook = ask(database, PUBLISHER, s -> s.file(TABLE, draft, Format.XLSX));
        assertThat(workbook).startsWith('P', 'K');
    }

    @DatabaseTest
    void whoWritesDraftsReplaysThemAndWhoPublishesThemReads(TestDatabase database) {
        Policy.fresh(database);
        UUID draft = draftWithout(database, SURVEY_GONE);
        refused("forbidden", () -> ask(database, PUBLISHER, s -> s.start(TABLE, draft, null, null)));
        refused("forbidden", () -> ask(database, PUBLISHER, s -> s.stop(TABLE, draft)));
        assertThat(ask(database, AUTHOR, s -> s.start(TABLE, draft, null, null)).days())
                .isEqualTo(90);
        refused("forbidden", () -> ask(database, Users.AGENT, s -> s.groups(TABLE, draft)));
        for (int days : new int[] {0, 367}) {
            refused(
                    "invalid-request",
                    () -> ask(database, AUTHOR, s -> s.start(TABLE, draft, new ReplayRequest(days), null)));
        }
    }

    private UUID draftWithout(TestDatabase database, List<String> ids) {
        return draft(
                database,
                rows -> rows.stream().filter(row -> !ids.contains(row.id())).toList());
    }

    private UUID draft(TestDatabase database, Function<List<DraftRowView>, List<DraftRowView>> change) {
        return in(database, om -> {
            DraftService drafts = om.as(AUTHOR, DraftService.class);
            DraftView begun = drafts.create(TABLE, null);
            List<DraftRowView> rows = new ArrayList<>(begun.rows());
            drafts.replace(TABLE, begun.id(), new DraftContent(null, List.copyOf(change.apply(rows))), null);
            return begun.id();
        });
    }

    private ReplayView start(TestDatabase database, UUID draft) {
        return ask(database, AUTHOR, s -> s.start(TABLE, draft, new ReplayRequest(30), null));
    }

    private ReplayView run(TestDatabase database, UUID draft, ReplayView begun) {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = step(database, draft, begun.id());
        }
        return ask(database, AUTHOR, s -> s.find(TABLE, draft));
    }

    private boolean step(TestDatabase database, UUID draft, UUID replay) {
        return in(database, om -> om.as(AUTHOR, ReplayIntake.class).step(replay, read(om, draft)));
    }

    private static WorkOrderPolicy read(OrderManagement om, UUID draft) {
        return WorkOrderPolicy.compile(
                0,
                om.as(AUTHOR, TableDrafts.class)
                        .read(TableShape.WORK_ORDER_POLICY, draft)
                        .table());
    }

    private List<ReplayLineView> lines(TestDatabase database, UUID draft, ReplayLineFilter filter) {
        List<ReplayLineView> lines = ask(database, PUBLISHER, s -> s.lines(TABLE, draft, filter, 0, 200));
        long count = ask(database, PUBLISHER, s -> s.count(TABLE, draft, filter));
        assertThat(count).isEqualTo(lines.size());
        return lines;
    }

    private List<ReplayGroupView> groups(TestDatabase database, UUID draft) {
        return ask(database, PUBLISHER, s -> s.groups(TABLE, draft));
    }

    private <T> T ask(TestDatabase database, CurrentUser caller, Function<ReplayService, T> question) {
        return in(database, om -> question.apply(om.as(caller, ReplayService.class)));
    }

    private static void close(TestDatabase database, DomainOrderView order) {
        sql(database, "update om.domain_order set state = 'CLOSED_COMPLETE' where number = '" + order.number() + "'");
    }

    private static void sql(TestDatabase database, String statement) {
        database.doInTransaction(
                (EntityManager em) -> em.createNativeQuery(statement).executeUpdate());
    }
}
