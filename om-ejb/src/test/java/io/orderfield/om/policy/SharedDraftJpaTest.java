package io.orderfield.om.policy;

import static io.orderfield.om.policy.Policy.AUTHOR;
import static io.orderfield.om.policy.Policy.SECOND_AUTHOR;
import static io.orderfield.om.policy.Policy.TABLE;
import static io.orderfield.om.policy.Policy.drafts;
import static io.orderfield.om.policy.Policy.publish;
import static io.orderfield.om.policy.Policy.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.rules.Finding.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** A draft that somebody else wrote in, and one that has lost what it said: neither goes by oversight. */
@WithDatabase(schemas = "om", unit = "om")
class SharedDraftJpaTest {
    private static final DraftContent ONE_ROW = new DraftContent(
            null,
            List.of(new DraftRowView(
                    "only", null, null, null, null, Map.of("specification", "FIBER-ACCESS", "template", "A"))));

    @DatabaseTest
    void isReplacedAndEndedOnlyByWhoSawWhatOthersWrote(TestDatabase database) {
        DraftView draft = begun(database);

        assertThat(field(() -> replace(database, SECOND_AUTHOR, draft.id(), null)))
                .isEqualTo("If-Match");
        assertThat(field(() -> take(database, SECOND_AUTHOR, draft.id(), null))).isEqualTo("If-Match");
        assertThat(field(() -> drafts(database, SECOND_AUTHOR, s -> discard(s, draft.id()))))
                .isEqualTo("If-Match");
        DraftView kept = drafts(database, AUTHOR, s -> s.find(TABLE, draft.id()));
        assertThat(kept).isEqualTo(draft);

        DraftView replaced = replace(database, SECOND_AUTHOR, draft.id(), draft.revision());
        assertThat(replaced.authors()).containsExactly("author", "second");
        assertThat(field(() -> replace(database, AUTHOR, draft.id(), null))).isEqualTo("If-Match");
    }

    @DatabaseTest
    void isReplacedWithoutARevisionByWhoWroteInItAlone(TestDatabase database) {
        DraftView draft = begun(database);
        assertThat(replace(database, AUTHOR, draft.id(), null).rows()).hasSize(1);
        assertThat(take(database, AUTHOR, draft.id(), null).rows()).hasSize(1);
    }

    @DatabaseTest
    void isNotChangedByNothing(TestDatabase database) {
        DraftView draft = begun(database);
        assertThat(field(() -> drafts(
                        database, AUTHOR, s -> s.replace(TABLE, draft.id(), new DraftContent(null, null), null))))
                .isEqualTo("rows");
        DraftView same = drafts(
                database, AUTHOR, s -> s.replace(TABLE, draft.id(), new DraftContent(draft.hitPolicy(), null), null));
        assertThat(same.revision()).isEqualTo(draft.revision());
    }

    @DatabaseTest
    void isNotPublishedWithoutAWordWhenMostRowsAreGone(TestDatabase database) {
        DraftView draft = begun(database);
        DraftView lost = replace(database, AUTHOR, draft.id(), draft.revision());

        assertThat(lost.findings()).extracting(TableFindingView::kind).first().isEqualTo(Kind.MOST_ROWS_LOST.name());
        refused("warnings-not-acknowledged", () -> publish(database, draft.id(), null));
        assertThat(publish(database, draft.id(), "a new beginning").version()).isEqualTo(2);
    }

    @DatabaseTest
    void isTriedOnlyOnWhatThereMightBe(TestDatabase database) {
        DraftView draft = begun(database);
        assertThat(field(() -> drafts(database, AUTHOR, s -> s.evaluate(TABLE, draft.id(), trial(0, 3)))))
                .isEqualTo("quantity");
        assertThat(field(() -> drafts(database, AUTHOR, s -> s.evaluate(TABLE, draft.id(), trial(10_000, 3)))))
                .isEqualTo("quantity");
        assertThat(field(() -> drafts(database, AUTHOR, s -> s.evaluate(TABLE, draft.id(), trial(1, 5)))))
                .isEqualTo("priority");
        assertThat(drafts(database, AUTHOR, s -> s.evaluate(TABLE, draft.id(), trial(9_999, 4)))
                        .hits())
                .isNotEmpty();
    }

    private static DraftView begun(TestDatabase database) {
        Policy.fresh(database);
        return drafts(database, AUTHOR, s -> s.create(TABLE, null));
    }

    private static DraftView replace(TestDatabase database, CurrentUser by, UUID id, @Nullable Long revision) {
        return drafts(database, by, s -> s.replace(TABLE, id, ONE_ROW, revision));
    }

    private static DraftView take(TestDatabase database, CurrentUser by, UUID id, @Nullable Long revision) {
        byte[] file = "specification,template\nSDWAN-EDGE,B\n".getBytes(UTF_8);
        return database.inTransaction(em ->
                Policy.as(by, em, Map.of()).get(DraftFileService.class).replace(TABLE, id, file, false, revision));
    }

    private static Object discard(DraftService service, UUID id) {
        service.discard(TABLE, id, null);
        return id;
    }

    private static DraftTrial trial(int quantity, int priority) {
        LocalDate day = LocalDate.of(2026, 11, 23);
        return new DraftTrial(
                null, "FIBER-ACCESS", "ADD", null, null, null, quantity, priority, null, null, Map.of(), day);
    }

    /** Of the one thing that is wrong with a request. */
    private static String field(ThrowingCallable call) {
        Refusal refusal = refused("invalid-request", call);
        assertThat(refusal.errors()).hasSize(1);
        return refusal.errors().get(0).field();
    }
}
