package io.orderfield.om.policy;

import static io.orderfield.om.policy.Policy.AUTHOR;
import static io.orderfield.om.policy.Policy.PUBLISHER;
import static io.orderfield.om.policy.Policy.SECOND_AUTHOR;
import static io.orderfield.om.policy.Policy.TABLE;
import static io.orderfield.om.policy.Policy.drafts;
import static io.orderfield.om.policy.Policy.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.policy.TableDifference.Difference;
import io.orderfield.om.policy.coverage.CoverageCellView;
import io.orderfield.om.testing.Users;
import io.orderfield.rules.RowExplanation.WhyNot;
import io.orderfield.rules.files.DecisionTableCsv;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@WithDatabase(schemas = "om", unit = "om")
class DraftServiceJpaTest {

    @DatabaseTest
    void beginsWithTheRowsOfTheVersionThatDecides(TestDatabase database) {
        DraftView draft = begun(database);
        assertThat(draft.basedOn()).isEqualTo(1);
        assertThat(draft.replaces()).isEqualTo(1);
        assertThat(draft.rows()).hasSize(DecisionTableCsv.shipped().rows().size());
        assertThat(draft.rows().get(0).id()).isEqualTo("r1");
        assertThat(draft.rows().get(0).cells()).containsEntry("specification", "FIBER-ACCESS");
        assertThat(draft.columns()).extracting(TableColumnView::header).contains("region", "template");
        assertThat(draft.authors()).containsExactly("author");
        assertThat(Policy.<List<DraftSummary>>drafts(database, PUBLISHER, s -> s.list(TABLE)))
                .extracting(DraftSummary::id)
                .containsExactly(draft.id());
        assertThat(Policy.<List<TableDifference>>drafts(database, PUBLISHER, s -> s.differences(TABLE, draft.id())))
                .isEmpty();
    }

    @DatabaseTest
    void savesWhatAnEditorDidAndTellsWhatIsFoundInIt(TestDatabase database) {
        DraftView draft = begun(database);
        DraftSaved saved = save(
                database,
                draft,
                draft.revision(),
                "k1",
                set("r1", Map.of("quantity", "[5..1]")),
                set("r2", Map.of("region", "Norte")));
        assertThat(saved.revision()).isGreaterThan(draft.revision());
        assertThat(saved.findings())
                .filteredOn(f -> f.severity().equals("error"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.id()).isEqualTo("r1");
                    assertThat(finding.row()).isEqualTo(1);
                    assertThat(finding.column()).isEqualTo("quantity");
                    assertThat(finding.code()).isEqualTo("empty-range");
                });
        DraftView now = drafts(database, AUTHOR, s -> s.find(TABLE, draft.id()));
        assertThat(now.rows().get(0).cells()).containsEntry("quantity", "[5..1]");
        assertThat(now.rows().get(1).cells()).containsEntry("region", "Norte");
        assertThat(Policy.<List<TableDifference>>drafts(database, AUTHOR, s -> s.differences(TABLE, draft.id())))
                .extracting(TableDifference::kind, TableDifference::id)
                .containsExactly(tuple(Difference.CHANGED, "r1"), tuple(Difference.CHANGED, "r2"));
    }

    @DatabaseTest
    void tellsTheSecondOfTwoWhatTheFirstChangedAndOverwritesNothing(TestDatabase database) {
        DraftView draft = begun(database);
        save(database, draft, draft.revision(), null, set("r1", Map.of("region", "Norte")));
        Refusal refusal = refused(
                "stale",
                () -> drafts(
                        database,
                        SECOND_AUTHOR,
                        s -> s.save(
                                TABLE,
                                draft.id(),
                                new DraftEdit(null, null, List.of(set("r1", Map.of("region", "Sul")))),
                                draft.revision())));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STALE);
        assertThat((List<?>) refusal.data().get("changes")).singleElement().satisfies(one -> {
            DraftChangeView change = (DraftChangeView) one;
            assertThat(change.by()).isEqualTo("author");
            assertThat(change.differences()).singleElement().satisfies(difference -> {
                assertThat(difference.id()).isEqualTo("r1");
                assertThat(difference.cells().get("region").from()).isEmpty();
                assertThat(difference.cells().get("region").to()).isEqualTo("Norte");
            });
        });
        DraftView now = drafts(database, AUTHOR, s -> s.find(TABLE, draft.id()));
        assertThat(now.rows().get(0).cells()).containsEntry("region", "Norte");
        DraftSaved second = drafts(
                database,
                SECOND_AUTHOR,
                s -> s.save(
                        TABLE,
                        draft.id(),
                        new DraftEdit(null, now.revision(), List.of(set("r1", Map.of("region", "Sul")))),
                        null));
        assertThat(second.revision()).isEqualTo(now.revision() + 1);
        assertThat(drafts(database, AUTHOR, s -> s.find(TABLE, draft.id())).authors())
                .containsExactly("author", "second");
    }

    @DatabaseTest
    void savesABatchOnceHoweverOftenItIsSent(TestDatabase database) {
        DraftView draft = begun(database);
        RowOperation added = new RowOperation(
                "insert", null, null, null, null, null, null, "r1", List.of(row("new", Map.of())), null, null);
        DraftSaved first = save(database, draft, draft.revision(), "key", added);
        DraftSaved again = save(database, draft, draft.revision(), "key", added);
        assertThat(again.revision()).isEqualTo(first.revision());
        refused(
                "idempotency-key-reused",
                () -> save(database, draft, first.revision(), "key", set("r1", Map.of("region", "Sul"))));
        assertThat(drafts(database, AUTHOR, s -> s.find(TABLE, draft.id())).rows())
                .hasSize(draft.rows().size() + 1);
    }

    @DatabaseTest
    void wantsToKnowWhichRevisionWasWrittenOn(TestDatabase database) {
        DraftView draft = begun(database);
        assertThat(refused("invalid-request", () -> save(database, draft, null, null, set("r1", Map.of())))
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).isEqualTo("revision"));
    }

    @DatabaseTest
    void takesOtherRowsAltogetherAndAnotherHitPolicy(TestDatabase database) {
        DraftView draft = begun(database);
        DraftView now = drafts(
                database,
                AUTHOR,
                s -> s.replace(
                        TABLE,
                        draft.id(),
                        new DraftContent(
                                "FIRST",
                                List.of(row("only", Map.of("characteristics.bandwidth", ">=5", "template", "A")))),
                        draft.revision()));
        assertThat(now.hitPolicy()).isEqualTo("FIRST");
        assertThat(now.rows()).extracting(DraftRowView::id).containsExactly("only");
        assertThat(now.columns()).extracting(TableColumnView::header).contains("characteristics.bandwidth");
        refused(
                "invalid-request",
                () -> drafts(database, AUTHOR, s -> s.replace(TABLE, draft.id(), new DraftContent("ANY", null), null)));
        refused(
                "stale",
                () -> drafts(
                        database,
                        AUTHOR,
                        s -> s.replace(TABLE, draft.id(), new DraftContent(null, List.of()), draft.revision())));
    }

    @DatabaseTest
    void checksAgainstTheCatalogAndOffersTheRowThatClosesAGap(TestDatabase database) {
        DraftView draft = begun(database);
        database.doInTransaction(CatalogFixture::ensure);
        database.doInTransaction(em -> {
            CatalogFixture.catalog(em).keepWorkOrderTemplate("SITE-SURVEY", "Site survey", true, 1);
            CatalogFixture.catalog(em).keepWorkOrderTemplate("OLD", "Old", false, 1);
        });
        DraftView now = drafts(
                database,
                AUTHOR,
                s -> s.replace(
                        TABLE,
                        draft.id(),
                        new DraftContent(
                                null,
                                List.of(
                                        row("a", Map.of("specification", "FIBER-ACCESS", "template", "SITE-SURVEY")),
                                        row("b", Map.of("specification", "NOTHING", "template", "OLD")))),
                        null));
        assertThat(now.findings())
                .extracting(TableFindingView::kind)
                .contains("UNKNOWN_SPECIFICATION", "INACTIVE_TEMPLATE", "GAP")
                .doesNotContain("UNKNOWN_TEMPLATE");
        assertThat(Policy.<List<TableFindingView>>drafts(database, AUTHOR, s -> s.check(TABLE, draft.id())))
                .isEqualTo(now.findings());
        DraftView unchecked = drafts(database, AUTHOR, s -> s.unchecked(TABLE, draft.id()));
        assertThat(unchecked.rows()).isEqualTo(now.rows());
        assertThat(unchecked.findings()).isEmpty();
        assertThat(now.findings())
                .filteredOn(finding -> finding.kind().equals("GAP"))
                .extracting(TableFindingView::closing)
                .contains(Map.of("specification", "ONT", "action", "ADD"))
                .doesNotContain(Map.of("specification", "FIBER-ACCESS", "action", "ADD"));
        assertThat(Policy.<List<CoverageCellView>>drafts(
                        database, PUBLISHER, s -> s.coverage(TABLE, draft.id(), "region")))
                .filteredOn(cell -> cell.specification().equals("FIBER-ACCESS")
                        && cell.action().equals("ADD"))
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.rows()).singleElement().satisfies(covering -> {
                    assertThat(covering.id()).isEqualTo("a");
                    assertThat(covering.row()).isEqualTo(1);
                }));
        refused("invalid-request", () -> drafts(database, AUTHOR, s -> s.coverage(TABLE, draft.id(), "quantity")));
    }

    @DatabaseTest
    void saysOfADomainOrderThatMightBeWhichRowsCountAndWhyTheOthersDoNot(TestDatabase database) {
        DraftView draft = begun(database);
        save(
                database,
                draft,
                draft.revision(),
                null,
                set("r1", Map.of("region", "Norte")),
                set("r3", Map.of("quantity", "many")));
        TriedDraft tried =
                drafts(database, AUTHOR, s -> s.evaluate(TABLE, draft.id(), trial("FIBER-ACCESS", "ADD", "Lisboa")));
        assertThat(tried.hits()).contains(2).doesNotContain(1);
        assertThat(tried.unread()).isEqualTo(1);
        assertThat(tried.rows().get(0).whyNot()).containsExactly(WhyNot.CONDITION_NOT_MET);
        assertThat(tried.rows().get(0).conditions()).anySatisfy(check -> {
            assertThat(check.column()).isEqualTo("region");
            assertThat(check.value()).isEqualTo("Lisboa");
            assertThat(check.met()).isFalse();
        });
        refused(
                "invalid-request",
                () -> drafts(
                        database,
                        AUTHOR,
                        s -> s.evaluate(TABLE, draft.id(), trial("FIBER-ACCESS", "PAINT", "Lisboa"))));
        assertThat(drafts(
                                database,
                                AUTHOR,
                                s -> s.evaluate(TABLE, draft.id(), trial(LocalDate.MAX, Map.of("color", "white"))))
                        .facts()
                        .leadDays())
                .isEqualTo(Integer.MAX_VALUE);
        refused(
                "invalid-request",
                () -> drafts(
                        database,
                        AUTHOR,
                        s -> s.evaluate(TABLE, draft.id(), trial(null, Collections.singletonMap("color", null)))));
        refused(
                "not-found",
                () -> drafts(
                        database,
                        AUTHOR,
                        s -> s.evaluate(
                                TABLE,
                                draft.id(),
                                new DraftTrial(
                                        "SO9999999",
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null))));
    }

    @DatabaseTest
    void endsADraftWithWhatWasDoneToIt(TestDatabase database) {
        DraftView draft = begun(database);
        save(database, draft, draft.revision(), null, set("r1", Map.of("region", "Norte")));
        refused("stale", () -> drafts(database, AUTHOR, s -> discard(s, draft.id(), draft.revision())));
        drafts(database, AUTHOR, s -> discard(s, draft.id(), null));
        refused("not-found", () -> drafts(database, AUTHOR, s -> s.find(TABLE, draft.id())));
    }

    @DatabaseTest
    void restoresAVersionAsADraft(TestDatabase database) {
        Policy.fresh(database);
        DraftView draft = drafts(database, AUTHOR, s -> s.create(TABLE, 1));
        assertThat(draft.basedOn()).isEqualTo(1);
        refused("not-found", () -> drafts(database, AUTHOR, s -> s.create(TABLE, 7)));
    }

    @DatabaseTest
    void letsNobodyInWhoIsNoAuthor(TestDatabase database) {
        DraftView draft = begun(database);
        refused("forbidden", () -> drafts(database, Users.AGENT, s -> s.list(TABLE)));
        refused("forbidden", () -> drafts(database, PUBLISHER, s -> s.create(TABLE, null)));
        refused("not-found", () -> drafts(database, Users.MANAGER, s -> s.find(TABLE, draft.id())));
    }

    private static Object discard(DraftService service, UUID id, @Nullable Long revision) {
        service.discard(TABLE, id, revision);
        return id;
    }

    private static DraftView begun(TestDatabase database) {
        Policy.fresh(database);
        return drafts(database, AUTHOR, s -> s.create(TABLE, null));
    }

    private static DraftSaved save(
            TestDatabase database,
            DraftView draft,
            @Nullable Long revision,
            @Nullable String key,
            RowOperation... operations) {
        return drafts(
                database,
                AUTHOR,
                s -> s.save(TABLE, draft.id(), new DraftEdit(key, revision, List.of(operations)), null));
    }

    private static RowOperation set(String id, Map<String, String> cells) {
        return new RowOperation("set", id, null, null, null, null, cells, null, null, null, null);
    }

    private static DraftRowView row(String id, Map<String, String> cells) {
        return new DraftRowView(id, null, null, null, null, cells);
    }

    private static DraftTrial trial(@Nullable LocalDate requested, Map<String, @Nullable String> characteristics) {
        return new DraftTrial(
                null,
                "FIBER-ACCESS",
                "ADD",
                null,
                null,
                null,
                null,
                null,
                null,
                requested,
                characteristics,
                LocalDate.of(2026, 11, 23));
    }

    private static DraftTrial trial(String specification, String action, String region) {
        return new DraftTrial(
                null,
                specification,
                action,
                region,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                LocalDate.of(2026, 11, 23));
    }
}
