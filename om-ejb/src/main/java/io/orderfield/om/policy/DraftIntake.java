package io.orderfield.om.policy;

import io.orderfield.om.user.CurrentUser;
import io.orderfield.rules.TableShape;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** Drafts from where no container vouches for the caller: start-up work, which says in whose name it acts. */
@Stateless
@PermitAll
public class DraftIntake {
    @Inject
    private TableDrafts drafts;

    @Inject
    private DecisionTables tables;

    @Inject
    private Clock clock;

    /**
     * Begins the first draft of a table with the rows of its one version. Where the table has a draft or a second version,
     * nothing to begin with, or nothing to be done to its rows, nothing happens.
     *
     * @param what what is to be done to the rows
     */
    public void beginFirst(CurrentUser by, String table, Function<List<DraftRowView>, List<RowOperation>> what) {
        TableShape shape = KnownTables.named(table);
        Integer serving = tables.serving(shape, Integer.MAX_VALUE);
        if (serving == null
                || tables.next(shape) != serving + 1
                || !drafts.of(shape).isEmpty()) {
            return;
        }
        StoredTable content = tables.content(shape, serving);
        List<RowOperation> operations =
                what.apply(content.rows().stream().map(DraftRowView::of).toList());
        if (operations.isEmpty()) {
            return;
        }
        TableDraft draft = drafts.begin(shape, serving, serving, content, by.name(), clock.instant());
        RowOperations done = new RowOperations(shape, draft.columns(), draft.rows());
        done.apply(operations);
        drafts.write(shape, draft, draft.hitPolicy(), done.columns(), done.rows(), null, by.name(), clock.instant());
    }
}
