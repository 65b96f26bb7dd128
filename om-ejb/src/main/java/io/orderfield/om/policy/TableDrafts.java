package io.orderfield.om.policy;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import io.orderfield.om.policy.coverage.CatalogValues;
import io.orderfield.rules.Column;
import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.DraftRow;
import io.orderfield.rules.Finding;
import io.orderfield.rules.HitPolicy;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.RowReader;
import io.orderfield.rules.TableChecks;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.TableShape;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The drafts, and what was done to them. */
@Shared
public class TableDrafts {
    private static final String WHAT = "tableDraft";

    private final EntityManager entityManager;
    private final CatalogValues known;
    private final Clock clock;

    @Inject
    TableDrafts(@OmData EntityManager entityManager, CatalogValues known, Clock clock) {
        this.entityManager = entityManager;
        this.known = known;
        this.clock = clock;
    }

    /**
     * Begins a draft with the rows of a version.
     *
     * @param basedOn that version
     * @param serving the version that decides now
     */
    TableDraft begin(TableShape shape, int basedOn, int serving, StoredTable content, String by, Instant at) {
        TableDraft draft = new TableDraft(shape, basedOn, serving, content, columns(shape, content.rows()), by, at);
        entityManager.persist(draft);
        entityManager.flush();
        return draft;
    }

    /**
     * A draft as far as it can be read.
     *
     * @param revision of the draft
     * @param table without the rows that can't be read
     * @param unread how many these are
     */
    public record ReadDraft(long revision, DecisionTable table, int unread) {}

    /**
     * What a draft says now.
     *
     * @throws Refusal NOT_FOUND
     */
    public ReadDraft read(TableShape shape, UUID id) {
        TableDraft draft = find(shape, id);
        List<TableRow> rows =
                new RowReader(shape, KnownValues.UNCHECKED).read(draft.rows()).rows();
        return new ReadDraft(
                draft.revision(),
                new DecisionTable(shape, draft.hitPolicy(), rows),
                draft.rows().size() - rows.size());
    }

    /**
     * The revision of a draft.
     *
     * @throws Refusal NOT_FOUND
     */
    public long revision(TableShape shape, UUID id) {
        return find(shape, id).revision();
    }

    /** All drafts of a table, the one that was changed last first. */
    List<TableDraft> of(TableShape shape) {
        return entityManager
                .createQuery(
                        "select d from TableDraft d where d.tableCode = :table order by d.changedAt desc, d.id",
                        TableDraft.class)
                .setParameter("table", shape.code())
                .getResultList();
    }

    /** @throws Refusal NOT_FOUND */
    TableDraft find(TableShape shape, UUID id) {
        return known(shape, id, entityManager.find(TableDraft.class, id));
    }

    /**
     * For a change.
     *
     * @throws Refusal NOT_FOUND
     */
    TableDraft lock(TableShape shape, UUID id) {
        return known(shape, id, entityManager.find(TableDraft.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static TableDraft known(TableShape shape, UUID id, @Nullable TableDraft draft) {
        if (draft == null || !draft.table().equals(shape.code())) {
            throw Refusal.notFound(WHAT, id.toString());
        }
        return draft;
    }

    /**
     * Compares the revision that a caller wrote on with the draft's own.
     *
     * @throws Refusal STALE with what was changed since, and by whom
     */
    void check(TableDraft draft, @Nullable Long expected) {
        if (expected != null && expected != draft.revision()) {
            throw Refusal.stale(WHAT, draft.id().toString())
                    .showing("revision", draft.revision())
                    .showing("changes", changes(draft, expected));
        }
    }

    private List<DraftChangeView> changes(TableDraft draft, long since) {
        return entityManager
                .createQuery(
                        "select c from DraftChange c where c.draftId = :draft and c.revision > :since order by c.revision",
                        DraftChange.class)
                .setParameter("draft", draft.id())
                .setParameter("since", since)
                .getResultStream()
                .map(DraftChange::view)
                .toList();
    }

    /** The revision that a change of this key has made; empty when there was none. */
    Optional<Long> madeBy(TableDraft draft, @Nullable String key) {
        return key == null
                ? Optional.empty()
                : entityManager
                        .createQuery(
                                "select c.revision from DraftChange c where c.draftId = :draft and c.clientKey = :key",
                                Long.class)
                        .setParameter("draft", draft.id())
                        .setParameter("key", key)
                        .getResultStream()
                        .findFirst();
    }

    /** Writes other rows into a draft, with the columns that they need beside those that it has. */
    void write(TableShape shape, TableDraft draft, HitPolicy policy, List<DraftRow> rows, String by, Instant at) {
        List<String> columns = new ArrayList<>(draft.columns());
        columns(shape, rows).stream()
                .filter(header -> !columns.contains(header))
                .forEach(columns::add);
        write(draft, policy, columns, rows, null, by, at);
    }

    /**
     * Writes into a draft, and keeps what that did to it. What changes nothing makes no revision.
     *
     * @param key that the change's client gave it; null for none
     */
    void write(
            TableDraft draft,
            HitPolicy policy,
            List<String> columns,
            List<DraftRow> rows,
            @Nullable String key,
            String by,
            Instant at) {
        List<TableDifference> differences = TableDifference.between(draft.hitPolicy(), draft.rows(), policy, rows);
        if (differences.isEmpty() && columns.equals(draft.columns())) {
            return;
        }
        draft.write(policy, columns, rows, by, at);
        entityManager.flush(); // which gives it its revision
        entityManager.persist(new DraftChange(draft.id(), draft.revision(), key, differences, by, at));
    }

    /** Headers of the columns of conditions that some rows need. */
    static List<String> columns(TableShape shape, List<DraftRow> rows) {
        return shape
                .columnsOf(
                        new RowReader(shape, KnownValues.UNCHECKED).read(rows).rows())
                .stream()
                .map(Column::header)
                .toList();
    }

    /** Ends a draft: it was published, or nobody wants it any more. */
    void remove(TableDraft draft) {
        entityManager
                .createQuery("delete from DraftChange c where c.draftId = :draft")
                .setParameter("draft", draft.id())
                .executeUpdate();
        entityManager.remove(draft);
        entityManager.flush();
    }

    /** @param at from when on it is to decide */
    List<Finding> findings(TableShape shape, TableDraft draft, Instant at) {
        return findings(shape, draft, at, known.now());
    }

    private static List<Finding> findings(TableShape shape, TableDraft draft, Instant at, KnownValues values) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return TableChecks.of(shape, draft.hitPolicy(), values, day, draft.rows());
    }

    DraftView view(TableShape shape, TableDraft draft) {
        KnownValues values = known.now();
        return view(
                shape,
                draft,
                values,
                findings(shape, draft, clock.instant(), values).stream()
                        .map(TableFindingView::of)
                        .toList());
    }

    /** Without what is found in it, which for many rows takes longer than all the rest. */
    DraftView unchecked(TableShape shape, TableDraft draft) {
        return view(shape, draft, known.now(), List.of());
    }

    private DraftView view(TableShape shape, TableDraft draft, KnownValues values, List<TableFindingView> findings) {
        Map<String, List<String>> suggested = known.byColumn(shape);
        DraftSummary summary = draft.summary();
        List<TableColumnView> columns = new ArrayList<>();
        draft.columns().forEach(header -> columns.add(TableColumnView.condition(shape, header, values, suggested)));
        shape.results().forEach(column -> columns.add(TableColumnView.result(column, values)));
        return new DraftView(
                draft.id(),
                shape.code(),
                shape.name(),
                draft.basedOn(),
                draft.replaces(),
                draft.revision(),
                draft.hitPolicy().name(),
                columns,
                TableColumnView.offered(shape, draft.columns(), values, suggested),
                draft.authors(),
                summary.createdAt(),
                summary.createdBy(),
                summary.changedAt(),
                summary.changedBy(),
                draft.rows().stream().map(DraftRowView::of).toList(),
                findings);
    }
}
