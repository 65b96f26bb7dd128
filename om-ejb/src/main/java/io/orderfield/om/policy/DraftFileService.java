package io.orderfield.om.policy;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.policy.coverage.CatalogValues;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.rules.DraftRow;
import io.orderfield.rules.InvalidDecisionTableException;
import io.orderfield.rules.RowReader;
import io.orderfield.rules.TableProblem;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.TableShape;
import io.orderfield.rules.files.TableContent;
import io.orderfield.rules.files.TableFiles;
import io.orderfield.rules.files.TableFiles.Format;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Drafts as the files that spreadsheets read and write, both ways. A file is taken whole or not at all. */
@Stateless
@May(Right.AUTHOR_DECISION_TABLES)
public class DraftFileService {
    @Inject
    private TableDrafts drafts;

    @Inject
    private CatalogValues known;

    @Inject
    private CurrentUser caller;

    @Inject
    private Clock clock;

    /**
     * The draft as a file, with what is wrong in a column of its own.
     *
     * @param words says a sentence in the reader's language
     */
    @May(value = Right.READ_TABLE_DRAFTS, hidden = true)
    public byte[] write(String table, UUID id, Format format, Function<Sentence, String> words) {
        TableShape shape = KnownTables.named(table);
        List<DraftRow> rows = drafts.find(shape, id).rows();
        List<TableProblem> problems =
                new RowReader(shape, known.now()).read(rows).problems();
        return TableFiles.write(format, shape, rows, problems, words);
    }

    /**
     * Has the draft say what the file says.
     *
     * @param keepErrors whether cells that can't be read are taken as they are; a file of the wrong form is never taken
     * @param expectedRevision the revision that the caller saw; null only where nobody else wrote in the draft
     * @throws Refusal STALE; invalid-decision-table with its problems
     */
    public DraftView replace(String table, UUID id, byte[] file, boolean keepErrors, @Nullable Long expectedRevision) {
        TableShape shape = KnownTables.named(table);
        TableDraft draft = drafts.lock(shape, id);
        drafts.demandSeen(draft, caller.name(), expectedRevision);
        List<DraftRow> rows = distinct(rows(shape, file, keepErrors));
        drafts.write(shape, draft, draft.hitPolicy(), rows, caller.name(), clock.instant());
        return drafts.view(shape, draft);
    }

    private List<DraftRow> rows(TableShape shape, byte[] file, boolean keepErrors) {
        try {
            TableContent content = content(shape, file);
            List<TableProblem> problems = content.read(known.now()).problems();
            if (!keepErrors && !problems.isEmpty()) {
                throw new InvalidDecisionTableException(problems);
            }
            return content.drafts();
        } catch (InvalidDecisionTableException e) {
            throw TableProblemView.refusal(e);
        }
    }

    private static TableContent content(TableShape shape, byte[] file) {
        return TableFiles.read(shape, file, number -> UUID.randomUUID().toString());
    }

    /** Two rows of one id, or one without any that it may have, get new ones: an editor tells rows by their ids. */
    private static List<DraftRow> distinct(List<DraftRow> rows) {
        Set<String> ids = new HashSet<>();
        List<DraftRow> distinct = new ArrayList<>();
        for (DraftRow row : rows) {
            boolean isFree = TableRow.isId(row.id()) && ids.add(row.id());
            distinct.add(isFree ? row : new DraftRow(UUID.randomUUID().toString(), row.cells()));
        }
        return distinct;
    }

    /**
     * A file that was refused, with what is wrong in a column of its own.
     *
     * @param words says a sentence in the reader's language
     * @throws Refusal invalid-decision-table when it is no such file at all
     */
    public byte[] marked(String table, byte[] file, Function<Sentence, String> words) {
        TableShape shape = KnownTables.named(table);
        try {
            TableContent content = content(shape, file);
            return TableFiles.write(
                    TableFiles.formatOf(file),
                    shape,
                    content.rows(),
                    content.read(known.now()).problems(),
                    words);
        } catch (InvalidDecisionTableException e) {
            throw TableProblemView.refusal(e);
        }
    }
}
