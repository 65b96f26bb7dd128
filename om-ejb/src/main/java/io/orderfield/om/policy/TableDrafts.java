package io.orderfield.om.policy;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import io.orderfield.om.policy.coverage.CatalogValues;
import io.orderfield.rules.Column;
import io.orderfield.rules.CompiledTable;
import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.DraftRow;
import io.orderfield.rules.Finding;
import io.orderfield.rules.HitPolicy;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.RowReader;
import io.orderfield.rules.TableChecks;
import io.orderfield.rules.TableLimits;
import io.orderfield.rules.TableLoss;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.TableShape;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The drafts, and what was done to them. */
@Shared
public class TableDrafts {
    private static final String WHAT = "tableDraft";

    /** More than this nobody looks through: the draft itself tells what there is now. */
    private static final int MOST_CHANGES = 100;

    private final EntityManager entityManager;
    private final CatalogValues known;
    private final DecisionTables tables;
    private final StandingFindings standing;
    private final Clock clock;

    @Inject
    TableDrafts(
            @OmData EntityManager entityManager,
            CatalogValues known,
            DecisionTables tables,
            StandingFindings standing,
            Clock clock) {
        this.entityManager = entityManager;
        this.known = known;
        this.tables = tables;
        this.standing = standing;
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

    /** All drafts of a table without their rows, the one that was changed last first. */
    @SuppressWarnings("unchecked") // of what is read by its converter
    List<DraftSummary> of(TableShape shape) {
        return entityManager
                .createQuery(
                        "select d.id, d.basedOn, d.replaces, d.revision, d.authors, d.createdAt, d.createdBy, d.changedAt,"
                                + " d.changedBy from TableDraft d where d.tableCode = :table"
                                + " order by d.changedAt desc, d.id",
                        Object[].class)
                .setParameter("table", shape.code())
                .getResultStream()
                .map(row -> new DraftSummary(
                        (UUID) row[0],
                        shape.code(),
                        (int) row[1],
                        (int) row[2],
                        (long) row[3],
                        (List<String>) row[4],
                        (Instant) row[5],
                        (String) row[6],
                        (Instant) row[7],
                        (String) row[8]))
                .toList();
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

    /**
     * For a change of all that a draft says: of what others wrote in it nothing goes that the caller has not seen.
     *
     * @param expected may be null only where the caller alone wrote in it
     * @throws Refusal STALE; invalid-request where it is null and others wrote in it
     */
    void demandSeen(TableDraft draft, String by, @Nullable Long expected) {
        check(draft, expected);
        if (expected == null && !draft.authors().equals(List.of(by))) {
            throw Refusal.invalid("If-Match", Sentence.of("field.draftOfOthers").with("authors", draft.authors()));
        }
    }

    /** The newest of them, in order: each is read alone, as one may be as large as the table. */
    private List<DraftChangeView> changes(TableDraft draft, long since) {
        List<UUID> newest = entityManager
                .createQuery(
                        "select c.id from DraftChange c where c.draftId = :draft and c.revision > :since"
                                + " order by c.revision desc",
                        UUID.class)
                .setParameter("draft", draft.id())
                .setParameter("since", since)
                .setMaxResults(MOST_CHANGES)
                .getResultList();
        Deque<DraftChangeView> told = new ArrayDeque<>();
        int differences = 0;
        for (UUID change : newest) {
            if (differences < TableLimits.MAX_ROWS) {
                DraftChangeView view =
                        entityManager.find(DraftChange.class, change).view();
                differences += view.differences().size();
                told.addFirst(view);
            }
        }
        return List.copyOf(told);
    }

    /**
     * The revision that this change has made before; empty when it has not.
     *
     * @throws Refusal idempotency-key-reused when another one had its key
     */
    Optional<Long> madeBy(TableDraft draft, @Nullable ClientKey key) {
        if (key == null) {
            return Optional.empty();
        }
        return entityManager
                .createQuery(
                        "select c.revision, c.clientDigest from DraftChange c"
                                + " where c.draftId = :draft and c.clientKey = :key",
                        Object[].class)
                .setParameter("draft", draft.id())
                .setParameter("key", key.key())
                .getResultStream()
                .findFirst()
                .map(change -> {
                    key.demandSame((String) change[1]);
                    return (Long) change[0];
                });
    }

    /** Writes other rows into a draft, with all the columns that they might have beside those that it has. */
    void write(TableShape shape, TableDraft draft, HitPolicy policy, List<DraftRow> rows, String by, Instant at) {
        write(shape, draft, policy, and(draft.columns(), columns(shape, rows)), rows, null, by, at);
    }

    /**
     * Writes into a draft, and keeps what that did to it. What changes nothing makes no revision. Whatever stands in a row
     * has a column in which it is seen.
     *
     * @param wanted headers of the columns of conditions; those that the rows need come beside them
     * @param key that the change's client gave it; null for none
     * @throws Refusal invalid-request when it is larger than a table may be
     */
    void write(
            TableShape shape,
            TableDraft draft,
            HitPolicy policy,
            List<String> wanted,
            List<DraftRow> rows,
            @Nullable ClientKey key,
            String by,
            Instant at) {
        List<String> columns = and(wanted, used(shape, rows));
        demandFit(shape, columns, rows);
        List<TableDifference> differences = TableDifference.between(draft.hitPolicy(), draft.rows(), policy, rows);
        if (differences.isEmpty() && columns.equals(draft.columns())) {
            return;
        }
        draft.write(policy, columns, rows, by, at);
        entityManager.flush(); // which gives it its revision
        entityManager.persist(new DraftChange(draft.id(), draft.revision(), key, differences, by, at));
    }

    private static void demandFit(TableShape shape, List<String> columns, List<DraftRow> rows) {
        if (columns.size() > shape.conditions().size() + TableLimits.MAX_CHARACTERISTICS) {
            throw Refusal.invalid(
                    "columns", Sentence.of("field.tooManyColumns").with("most", TableLimits.MAX_CHARACTERISTICS));
        }
        long length = rows.stream()
                .flatMap(row -> row.cells().values().stream())
                .mapToLong(String::length)
                .sum();
        if (length > TableLimits.MAX_CHARACTERS) {
            throw Refusal.invalid(
                    "rows",
                    Sentence.of("field.tooLong").with("length", length).with("most", TableLimits.MAX_CHARACTERS));
        }
    }

    /** Headers of the columns of conditions that rows have: all fixed ones, then the characteristics that occur. */
    private static List<String> columns(TableShape shape, List<DraftRow> rows) {
        return and(shape.conditions().stream().map(Column::header).toList(), used(shape, rows));
    }

    /** Headers of the columns of conditions in which something stands, whether or not it can be read. */
    private static Set<String> used(TableShape shape, List<DraftRow> rows) {
        Set<String> used = new TreeSet<>();
        rows.forEach(row -> row.cells().forEach((header, text) -> {
            if (!text.isEmpty()) {
                used.add(header);
            }
        }));
        used.removeIf(header -> shape.condition(header) == null);
        return used;
    }

    private static List<String> and(List<String> first, Collection<String> more) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(more);
        return List.copyOf(all);
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
    List<TableFindingView> found(TableShape shape, TableDraft draft, Instant at) {
        return found(shape, draft, at, known.now());
    }

    DraftView view(TableShape shape, TableDraft draft) {
        KnownValues values = known.now();
        return view(shape, draft, values, found(shape, draft, clock.instant(), values));
    }

    /** Of the whole table first. What the version that decides has as well, of the same catalog, is known. */
    private List<TableFindingView> found(TableShape shape, TableDraft draft, Instant at, KnownValues values) {
        CompiledTable serving = tables.serving(shape);
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        List<Finding> findings = new ArrayList<>();
        TableLoss.of(serving.table(), draft.rows(), day).ifPresent(findings::add);
        findings.addAll(TableChecks.of(shape, draft.hitPolicy(), values, day, draft.rows()));
        if (findings.isEmpty()) {
            return List.of();
        }
        Set<Finding> before = standing.of(serving, values, day).among(findings, draft.rows());
        return findings.stream()
                .map(finding -> TableFindingView.of(finding, before.contains(finding)))
                .toList();
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
                findings,
                null);
    }
}
