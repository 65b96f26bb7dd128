package io.orderfield.om.policy;

import static java.util.stream.Collectors.toSet;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.policy.coverage.CatalogValues;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.rules.DraftRow;
import io.orderfield.rules.InvalidDecisionTableException;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.RowReader;
import io.orderfield.rules.TableDifferences;
import io.orderfield.rules.TableProblem;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.TableShape;
import io.orderfield.rules.files.TableContent;
import io.orderfield.rules.files.TableFiles;
import io.orderfield.rules.files.TableFiles.Format;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
     * Has the draft say what the file says. A row that shows no id is the row of before that says the same, if there is one.
     *
     * @param keepErrors whether cells that can't be read are taken as they are; a file of the wrong form is never taken
     * @param expectedRevision the revision that the caller saw; null only where nobody else wrote in the draft
     * @return with what the file made of the rows of before
     * @throws Refusal STALE; invalid-decision-table with its problems, and whether keeping errors would help
     */
    public DraftView replace(String table, UUID id, byte[] file, boolean keepErrors, @Nullable Long expectedRevision) {
        TableShape shape = KnownTables.named(table);
        TableDraft draft = drafts.lock(shape, id);
        drafts.demandSeen(draft, caller.name(), expectedRevision);
        RowReader reader = new RowReader(shape, KnownValues.UNCHECKED);
        List<DraftRow> before = reader.canonical(draft.rows());
        NewIds ids = new NewIds();
        List<DraftRow> rows = distinct(rows(shape, file, keepErrors, ids), ids);
        rows = ids.recognize(before, rows, reader.canonical(rows));
        TableDifferences differences = TableDifferences.between(before, reader.canonical(rows));
        drafts.write(shape, draft, draft.hitPolicy(), rows, caller.name(), clock.instant());
        return drafts.view(shape, draft).with(DraftView.Taken.of(before.size(), differences, rows.size()));
    }

    /** The ids that were drawn for rows of a file that show none. */
    private static final class NewIds {
        private final Set<String> drawn = new HashSet<>();

        String next() {
            String id = UUID.randomUUID().toString();
            drawn.add(id);
            return id;
        }

        /**
         * Gives rows back the ids that they had, where somebody left out the column of the ids. Each row of before is one row
         * now, the first that says the same.
         *
         * @param canonical the rows in the form in which two that say the same are equal
         */
        List<DraftRow> recognize(List<DraftRow> before, List<DraftRow> rows, List<DraftRow> canonical) {
            Set<String> shown = rows.stream().map(DraftRow::id).collect(toSet());
            Map<Map<String, String>, Deque<String>> known = new HashMap<>();
            before.stream().filter(row -> !shown.contains(row.id())).forEach(row -> known.computeIfAbsent(
                            row.cells(), cells -> new ArrayDeque<>())
                    .add(row.id()));
            List<DraftRow> recognized = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                DraftRow row = rows.get(i);
                Deque<String> same = known.get(canonical.get(i).cells());
                recognized.add(
                        drawn.contains(row.id()) && same != null && !same.isEmpty()
                                ? new DraftRow(same.remove(), row.cells())
                                : row);
            }
            return recognized;
        }
    }

    private List<DraftRow> rows(TableShape shape, byte[] file, boolean keepErrors, NewIds ids) {
        boolean canKeepErrors = false;
        try {
            TableContent content = TableFiles.read(shape, file, number -> ids.next());
            canKeepErrors = content.faults().isEmpty();
            List<TableProblem> problems = content.read(known.now()).problems();
            if (!keepErrors && !problems.isEmpty()) {
                throw new InvalidDecisionTableException(problems);
            }
            return content.drafts();
        } catch (InvalidDecisionTableException e) {
            throw TableProblemView.refusal(e).showing("canKeepErrors", canKeepErrors);
        }
    }

    /** Two rows of one id, or one without any that it may have, get new ones: an editor tells rows by their ids. */
    private static List<DraftRow> distinct(List<DraftRow> rows, NewIds newIds) {
        Set<String> ids = new HashSet<>();
        List<DraftRow> distinct = new ArrayList<>();
        for (DraftRow row : rows) {
            boolean isFree = TableRow.isId(row.id()) && ids.add(row.id());
            distinct.add(isFree ? row : new DraftRow(newIds.next(), row.cells()));
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
            TableContent content =
                    TableFiles.read(shape, file, number -> UUID.randomUUID().toString());
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
