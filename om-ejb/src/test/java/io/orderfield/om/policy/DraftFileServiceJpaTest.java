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

    /** The history of a row goes by its id. */
    @DatabaseTest
    void recognizesRowsByWhatTheySayWhereTheColumnOfTheIdsIsLeftOut(TestDatabase database) {
        DraftView draft = begun(database);
        String rows = "id,specification,action,region,template,note\n"
                + "a,FIBER-ACCESS,ADD,,SITE-SURVEY,\nb,FIBER-ACCESS,ADD,\"A, B\",FIBER-INSTALL,first\n"
                + "c,FIBER-ACCESS,ADD,\"A, B\",FIBER-INSTALL,first\nd,FIBER-ACCESS,CHANGE,,SITE-SURVEY,\n";
        replaced(database, draft, rows, false);

        DraftView back = replaced(
                database,
                draft,
                "specification,action,region,template,note\n"
                        + "FIBER-ACCESS,ADD,\"B,A\",FIBER-INSTALL,first\n" // the same list
                        + "FIBER-ACCESS,ADD,\"A, B\",FIBER-INSTALL,first\n"
                        + "FIBER-ACCESS,ADD,,SITE-SURVEY,\nFIBER-ACCESS,CHANGE,,FIBER-INSTALL,\n",
                false);

        assertThat(back.rows()).extracting(DraftRowView::id).startsWith("b", "c", "a");
        assertThat(back.rows().get(3).id()).hasSize(36);
        assertThat(back.taken()).isEqualTo(new DraftView.Taken(1, 0, 1, 3, false));
        assertThat(drafts(database, AUTHOR, s -> s.find(TABLE, draft.id())).taken())
                .isNull();
    }

    @DatabaseTest
    void tellsWhatAFileMadeOfTheRowsOfBefore(TestDatabase database) {
        DraftView draft = begun(database);
        String header = "id,specification,action,template\n";
        replaced(database, draft, header + "a,ONT,ADD,A\nb,ONT,CHANGE,A\nc,ONT,DISCONNECT,A\nd,,ADD,A\n", false);

        // a copied row whose id was cleared is a new one, a row that moved the same
        assertThat(replaced(database, draft, header + "b,ONT,CHANGE,A\na,ONT,ADD,B\n,ONT,CHANGE,A\nd,,ADD,A\n", false)
                        .taken())
                .isEqualTo(new DraftView.Taken(1, 1, 1, 2, false));
        assertThat(replaced(database, draft, header + "b,ONT,CHANGE,A\n", false).taken())
                .isEqualTo(new DraftView.Taken(0, 0, 3, 1, true));
    }

    @DatabaseTest
    void saysWhetherAFileWouldBeTakenWithItsErrors(TestDatabase database) {
        DraftView draft = begun(database);
        String header = "id,specification,action,template\n";
        for (String cells : List.of("a,ONT,PAINT,A\n", "a,ONT,ADD,A\na,ONT,ADD,A\n", "a,ONT,ADD,\n")) {
            Refusal refusal = refused("invalid-decision-table", () -> replaced(database, draft, header + cells, false));
            assertThat(refusal.data()).containsEntry("canKeepErrors", true);
            replaced(database, draft, header + cells, true);
        }
        for (String form : List.of("color,template\nred,A\n", "", "specification;template;quantity\nONT;A;1.000\n")) {
            for (boolean keepErrors : List.of(false, true)) {
                Refusal refusal = refused("invalid-decision-table", () -> replaced(database, draft, form, keepErrors));
                assertThat(refusal.data()).containsEntry("canKeepErrors", false);
            }
        }
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
