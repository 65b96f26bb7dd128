package io.orderfield.om.policy;

import static io.orderfield.om.policy.Policy.AUTHOR;
import static io.orderfield.om.policy.Policy.TABLE;
import static io.orderfield.om.policy.Policy.drafts;
import static io.orderfield.om.policy.Policy.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.policy.testcase.ExpectedWork;
import io.orderfield.om.policy.testcase.NewTestCase;
import io.orderfield.om.policy.testcase.TestCaseService;
import io.orderfield.rules.TableLimits;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** What an author could write that nobody could see, load or keep. */
@WithDatabase(schemas = "om", unit = "om")
class DraftLimitsJpaTest {
    private static final String SPEED = "characteristics.speed";

    @DatabaseTest
    void showsAColumnOfWhateverStandsInARow(TestDatabase database) {
        DraftView draft = begun(database);
        assertThat(headers(draft)).doesNotContain(SPEED);
        save(database, draft, List.of(set("r1", Map.of(SPEED, "500"))));
        assertThat(headers(drafts(database, AUTHOR, s -> s.find(TABLE, draft.id()))))
                .contains(SPEED);
    }

    @DatabaseTest
    void showsTheColumnsAlsoOfARowThatCannotBeRead(TestDatabase database) {
        DraftView draft = begun(database);
        byte[] file = ("template,action," + SPEED + "\nA,PAINT,fast\n").getBytes(UTF_8);
        DraftView kept = database.inTransaction(em -> Policy.as(AUTHOR, em, Map.of())
                .get(DraftFileService.class)
                .replace(TABLE, draft.id(), file, true, null));
        assertThat(headers(kept)).contains(SPEED);
    }

    @DatabaseTest
    void takesNoMoreTextThanATableMayHave(TestDatabase database) {
        DraftView draft = begun(database);
        String longest = "x".repeat(5_000);
        List<DraftRowView> rows = IntStream.rangeClosed(0, TableLimits.MAX_CHARACTERS / longest.length())
                .mapToObj(i -> new DraftRowView("n" + i, null, null, null, null, Map.of("region", longest)))
                .toList();
        assertThat(invalid(() -> drafts(
                        database, AUTHOR, s -> s.replace(TABLE, draft.id(), new DraftContent(null, rows), null))))
                .isEqualTo("rows too-long");
        assertThat(drafts(database, AUTHOR, s -> s.find(TABLE, draft.id())).rows())
                .isEqualTo(draft.rows());
    }

    @DatabaseTest
    void takesNoMoreCharacteristicsThanATableMayHave(TestDatabase database) {
        DraftView draft = begun(database);
        Map<String, String> many = IntStream.rangeClosed(0, TableLimits.MAX_CHARACTERISTICS)
                .boxed()
                .collect(Collectors.toMap(i -> "characteristics.c" + i, i -> "1"));
        assertThat(invalid(() -> save(database, draft, List.of(set("r1", many)))))
                .isEqualTo("columns too-many-columns");
    }

    @DatabaseTest
    void doesNoMoreAtOnceThanAnEditorEverDid(TestDatabase database) {
        DraftView draft = begun(database);
        List<RowOperation> many = Collections.nCopies(50_001, set("r1", Map.of("region", "Norte")));
        assertThat(invalid(() -> save(database, draft, many))).isEqualTo("operations too-many");
    }

    @DatabaseTest
    void tellsWhoWroteOnAnOldRevisionOfTheLastHundredChanges(TestDatabase database) {
        DraftView draft = begun(database);
        drafts(database, AUTHOR, s -> {
            long revision = draft.revision();
            for (int i = 0; i <= 100; i++) {
                DraftEdit edit = new DraftEdit(null, revision, List.of(set("r1", Map.of("region", "Region " + i))));
                revision = s.save(TABLE, draft.id(), edit, null).revision();
            }
            return revision;
        });
        List<?> changes = (List<?>)
                refused("stale", () -> save(database, draft, List.of())).data().get("changes");
        assertThat(changes).hasSize(100);
        assertThat(((DraftChangeView) changes.get(99)).differences())
                .singleElement()
                .satisfies(last -> assertThat(last.cells().get("region").to()).isEqualTo("Region 100"));
    }

    @DatabaseTest
    void keepsAHundredDraftsAndFiveHundredTestCases(TestDatabase database) {
        Policy.fresh(database);
        drafts(database, AUTHOR, s -> IntStream.range(0, 100)
                .mapToObj(i -> s.create(TABLE, null).id())
                .toList());
        refused("too-many-drafts", () -> drafts(database, AUTHOR, s -> s.create(TABLE, null)));
        assertThat(Policy.<List<DraftSummary>>drafts(database, AUTHOR, s -> s.list(TABLE)))
                .hasSize(100)
                .allSatisfy(draft -> assertThat(draft.authors()).containsExactly("author"));

        List<ExpectedWork> survey = List.of(new ExpectedWork("SITE-SURVEY", 1, null));
        testCases(database, s -> IntStream.range(0, 500)
                .mapToObj(i -> s.create(TABLE, new NewTestCase("case " + i, trial(null), survey))
                        .id())
                .toList());
        refused(
                "too-many-test-cases",
                () -> testCases(database, s -> s.create(TABLE, new NewTestCase("one more", trial(null), survey))));
    }

    @DatabaseTest
    void keepsNoTestCaseThatIsLongerThanAnyDomainOrder(TestDatabase database) {
        Policy.fresh(database);
        Map<String, String> many =
                IntStream.rangeClosed(0, 200).boxed().collect(Collectors.toMap(i -> "c" + i, i -> "1"));
        List<ExpectedWork> much = IntStream.rangeClosed(0, 200)
                .mapToObj(i -> new ExpectedWork("T" + i, 1, null))
                .toList();
        assertThat(invalid(() -> testCases(database, s -> s.create(TABLE, new NewTestCase("a", trial(many), null)))))
                .isEqualTo("characteristics too-many");
        assertThat(invalid(() -> testCases(
                        database,
                        s -> s.create(TABLE, new NewTestCase("a", trial(Map.of("c", "x".repeat(1_001))), null)))))
                .isEqualTo("characteristics.c too-long");
        assertThat(invalid(() -> testCases(database, s -> s.create(TABLE, new NewTestCase("a", trial(null), much)))))
                .isEqualTo("expected too-many");
    }

    private static DraftTrial trial(@Nullable Map<String, String> characteristics) {
        return new DraftTrial(
                null, "FIBER-ACCESS", "ADD", "Lisboa", null, null, null, null, null, null, characteristics, null);
    }

    private static <T> T testCases(TestDatabase database, Function<TestCaseService, T> work) {
        return database.inTransaction(
                em -> work.apply(Policy.as(AUTHOR, em, Map.of()).get(TestCaseService.class)));
    }

    /** Field and code of what is refused. */
    private static String invalid(ThrowingCallable call) {
        return refused("invalid-request", call).errors().stream()
                .map(error -> error.field() + " " + error.code())
                .collect(Collectors.joining(", "));
    }

    private static DraftView begun(TestDatabase database) {
        Policy.fresh(database);
        return drafts(database, AUTHOR, s -> s.create(TABLE, null));
    }

    private static List<String> headers(DraftView draft) {
        return draft.columns().stream().map(TableColumnView::header).toList();
    }

    private static DraftSaved save(TestDatabase database, DraftView draft, List<RowOperation> operations) {
        return drafts(
                database,
                AUTHOR,
                s -> s.save(TABLE, draft.id(), new DraftEdit(null, draft.revision(), List.copyOf(operations)), null));
    }

    private static RowOperation set(String id, Map<String, String> cells) {
        return new RowOperation("set", id, null, null, null, null, cells, null, null, null, null);
    }
}
