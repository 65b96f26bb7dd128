package io.orderfield.om.policy;

import static io.orderfield.om.policy.Policy.AUTHOR;
import static io.orderfield.om.policy.Policy.TABLE;
import static io.orderfield.om.policy.Policy.drafts;
import static io.orderfield.om.policy.Policy.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.rules.files.TableFiles.Format;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

@WithDatabase(schemas = "om", unit = "om")
class DraftFileServiceJpaTest {

    @DatabaseTest
    void keepsEverythingOnTheWayOutAndBack(TestDatabase database) {
        DraftView draft = begun(database);
        for (Format format : Format.values()) {
            byte[] file = files(database, s -> s.write(TABLE, draft.id(), format, Sentence::toString));
            DraftView back = files(database, s -> s.replace(TABLE, draft.id(), file, false, null));
            assertThat(back.rows()).as(format.name()).isEqualTo(draft.rows());
            assertThat(back.revision()).as("nothing was changed").isEqualTo(draft.revision());
        }
    }

    @DatabaseTest
    void takesAForeignFileAndGivesItsRowsIds(TestDatabase database) {
        DraftView draft = begun(database);
        DraftView now = replaced(database, draft, "Specification;ACTION;Template\nONT;ADD;A\nONT;CHANGE;B\n", false);
        assertThat(now.rows()).hasSize(2).allSatisfy(row -> assertThat(row.id()).hasSize(36));
        assertThat(now.rows().get(1).cells())
                .isEqualTo(Map.of("specification", "ONT", "action", "CHANGE", "template", "B"));
    }

    @DatabaseTest
    void refusesAFileWithWrongCellsWholeUnlessTheyAreToBeKept(TestDatabase database) {
        DraftView draft = begun(database);
        String wrong = "id,specification,action,template\na,ONT,PAINT,A\na,ONT,ADD,\n";
        Refusal refusal = refused("invalid-decision-table", () -> replaced(database, draft, wrong, false));
        assertThat((List<?>) refusal.data().get("problems"))
                .extracting("row", "column", "code")
                .contains(tuple(1, "action", "none-of"), tuple(2, "template", "no-template"));
        assertThat(drafts(database, AUTHOR, s -> s.find(TABLE, draft.id())).rows())
                .isEqualTo(draft.rows());

        String marked =
                new String(files(database, s -> s.marked(TABLE, wrong.getBytes(UTF_8), Sentence::toString)), UTF_8);
        assertThat(marked).contains("problems").contains("cell.noTemplate");

        DraftView kept = replaced(database, draft, wrong, true);
        assertThat(kept.rows().get(0).cells()).containsEntry("action", "PAINT");
        assertThat(kept.rows()).extracting(DraftRowView::id).doesNotHaveDuplicates();
        assertThat(kept.findings()).extracting(TableFindingView::code).contains("no-template");
    }

    @DatabaseTest
    void neverTakesAFileOfAnotherForm(TestDatabase database) {
        DraftView draft = begun(database);
        refused("invalid-decision-table", () -> replaced(database, draft, "color,template\nred,A\n", true));
        refused("invalid-decision-table", () -> replaced(database, draft, "", true));
        refused("invalid-decision-table", () -> replaced(database, draft, "PK\3\4 no zip", true));
        refused(
                "stale",
                () -> files(database, s -> s.replace(TABLE, draft.id(), new byte[0], true, draft.revision() + 1)));
    }

    private static DraftView begun(TestDatabase database) {
        Policy.fresh(database);
        return drafts(database, AUTHOR, s -> s.create(TABLE, null));
    }

    private static DraftView replaced(TestDatabase database, DraftView draft, String csv, boolean keepErrors) {
        return files(database, s -> s.replace(TABLE, draft.id(), csv.getBytes(UTF_8), keepErrors, null));
    }

    private static <T> T files(TestDatabase database, Function<DraftFileService, T> work) {
        return database.inTransaction(
                em -> work.apply(Policy.as(AUTHOR, em, Map.of()).get(DraftFileService.class)));
    }
}
