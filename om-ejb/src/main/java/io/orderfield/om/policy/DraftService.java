package io.orderfield.om.policy;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.policy.TableDrafts.ReadDraft;
import io.orderfield.om.policy.coverage.CoverageCellView;
import io.orderfield.om.policy.coverage.Coverages;
import io.orderfield.om.policy.testcase.ExpectedWork;
import io.orderfield.om.policy.testcase.TestCaseResult;
import io.orderfield.om.policy.testcase.TestCases;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.rules.HitPolicy;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.PolicyFacts;
import io.orderfield.rules.RowExplanation;
import io.orderfield.rules.RowMatch;
import io.orderfield.rules.RowReader;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.TableShape;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Drafts of decision tables: they save themselves batch by batch, and whoever wrote on an older revision is told what was
 * changed since. {@code expectedRevision} is the revision that the caller saw, null when it does not matter.
 */
@Stateless
@May(Right.AUTHOR_DECISION_TABLES)
public class DraftService {
    /** Ten for each row of the largest table: each may take as long as a walk through all rows. */
    private static final int MOST_OPERATIONS = 50_000;

    /** More than this nobody writes in at a time. */
    private static final int MOST_DRAFTS = 100;

    @Inject
    private TableDrafts drafts;

    @Inject
    private DecisionTables tables;

    @Inject
    private Coverages coverages;

    @Inject
    private TestCases testCases;

    @Inject
    private DomainOrders domainOrders;

    @Inject
    private CurrentUser caller;

    @Inject
    private Clock clock;

    /** Every draft of a table, the one that was changed last first. */
    @May(Right.READ_TABLE_DRAFTS)
    public List<DraftSummary> list(String table) {
        return drafts.of(KnownTables.named(table));
    }

    /** The draft with its rows and what is found in them. */
    @May(value = Right.READ_TABLE_DRAFTS, hidden = true)
    public DraftView find(String table, UUID id) {
        TableShape shape = KnownTables.named(table);
        return drafts.view(shape, drafts.find(shape, id));
    }

    /** The draft with its rows alone: {@link #check} says what is found in them. */
    @May(value = Right.READ_TABLE_DRAFTS, hidden = true)
    public DraftView unchecked(String table, UUID id) {
        TableShape shape = KnownTables.named(table);
        return drafts.unchecked(shape, drafts.find(shape, id));
    }

    /** What is found in the draft. */
    @May(Right.READ_TABLE_DRAFTS)
    public List<TableFindingView> check(String table, UUID id) {
        TableShape shape = KnownTables.named(table);
        return findings(shape, drafts.find(shape, id));
    }

    /** What leads from the version that decides now to the draft. */
    @May(Right.READ_TABLE_DRAFTS)
    public List<TableDifference> differences(String table, UUID id) {
        TableShape shape = KnownTables.named(table);
        TableDraft draft = drafts.find(shape, id);
        StoredTable serving = tables.content(shape, tables.serving(shape).version());
        return TableDifference.between(
                serving.hitPolicy(),
                serving.rows(),
                draft.hitPolicy(),
                new RowReader(shape, KnownValues.UNCHECKED).canonical(draft.rows()));
    }

    /**
     * Which of its rows can be met by what; rows that can't be read are left out.
     *
     * @param column one more column to look at, null for specification and action alone
     * @throws Refusal NOT_FOUND; invalid-request for a column of which it isn't known what may stand in it
     */
    @May(Right.READ_TABLE_DRAFTS)
    public List<CoverageCellView> coverage(String table, UUID id, @Nullable String column) {
        TableShape shape = KnownTables.named(table);
        TableDraft draft = drafts.find(shape, id);
        return coverages.of(
                shape,
                new RowReader(shape, KnownValues.UNCHECKED).read(draft.rows()).rows(),
                column);
    }

    /**
     * Begins a draft.
     *
     * @param basedOn the version whose rows it begins with, also one of before; null for the one that decides now
     * @throws Refusal NOT_FOUND, too-many-drafts
     */
    public DraftView create(String table, @Nullable Integer basedOn) {
        TableShape shape = KnownTables.named(table);
        int serving = tables.serving(shape).version();
        int begin = Objects.requireNonNullElse(basedOn, serving);
        StoredTable content = tables.content(shape, begin);
        if (drafts.of(shape).size() >= MOST_DRAFTS) {
            throw Refusal.conflict("too-many-drafts").with("most", MOST_DRAFTS);
        }
        return drafts.view(shape, drafts.begin(shape, begin, serving, content, caller.name(), clock.instant()));
    }

    /**
     * Saves what an editor did.
     *
     * @throws Refusal STALE with what was changed since that revision; invalid-request where an operation can't be done,
     *     and nothing is done then; idempotency-key-reused where other operations came under this key
     */
    public DraftSaved save(String table, UUID id, DraftEdit edit, @Nullable Long expectedRevision) {
        TableShape shape = KnownTables.named(table);
        TableDraft draft = drafts.lock(shape, id);
        List<RowOperation> wanted = operations(edit);
        ClientKey key = ClientKey.of(edit.key(), wanted);
        Optional<Long> before = drafts.madeBy(draft, key);
        if (before.isPresent()) {
            return new DraftSaved(before.get(), findings(shape, draft));
        }
        Long revision = expectedRevision == null ? edit.revision() : expectedRevision;
        if (revision == null) {
            throw Refusal.invalid("revision", Sentence.of("field.required"));
        }
        drafts.check(draft, revision);
        RowOperations operations = new RowOperations(shape, draft.columns(), draft.rows());
        operations.apply(wanted);
        drafts.write(
                shape,
                draft,
                draft.hitPolicy(),
                operations.columns(),
                operations.rows(),
                key,
                caller.name(),
                clock.instant());
        return new DraftSaved(draft.revision(), findings(shape, draft));
    }

    private static List<RowOperation> operations(DraftEdit edit) {
        List<@Nullable RowOperation> operations = edit.operations();
        if (operations == null) {
            throw Refusal.invalid("operations", Sentence.of("field.required"));
        }
        if (operations.size() > MOST_OPERATIONS) {
            throw Refusal.invalid(
                    "operations",
                    Sentence.of("field.tooMany")
                            .with("count", operations.size())
                            .with("most", MOST_OPERATIONS));
        }
        return whole("operations", operations);
    }

    /** Nothing that is missing can be done, or stand in a table. */
    private static <T> List<T> whole(String field, List<@Nullable T> given) {
        int missing = new ArrayList<>(given).indexOf(null);
        if (missing >= 0) {
            throw Refusal.invalid(field + "[" + missing + "]", Sentence.of("field.noObject"));
        }
        return List.copyOf(given);
    }

    /**
     * Has the draft say something else altogether.
     *
     * @param expectedRevision may be null only where nobody else wrote in the draft
     * @throws Refusal STALE, invalid-request
     */
    public DraftView replace(String table, UUID id, DraftContent content, @Nullable Long expectedRevision) {
        TableShape shape = KnownTables.named(table);
        TableDraft draft = drafts.lock(shape, id);
        drafts.demandSeen(draft, caller.name(), expectedRevision);
        if (content.hitPolicy() == null && content.rows() == null) {
            throw Refusal.invalid("rows", Sentence.of("field.required"));
        }
        HitPolicy policy = content.hitPolicy() == null ? draft.hitPolicy() : policy(content.hitPolicy());
        List<@Nullable DraftRowView> given = content.rows();
        if (given == null) {
            drafts.write(shape, draft, policy, draft.columns(), draft.rows(), null, caller.name(), clock.instant());
        } else {
            RowOperations operations = new RowOperations(shape, draft.columns(), List.of());
            operations.insert(whole("rows", given), null);
            drafts.write(shape, draft, policy, operations.rows(), caller.name(), clock.instant());
        }
        return drafts.view(shape, draft);
    }

    private static HitPolicy policy(String word) {
        return Arrays.stream(HitPolicy.values())
                .filter(policy -> policy.name().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "hitPolicy", Sentence.of("field.oneOf").with("codes", List.of(HitPolicy.values()))));
    }

    /**
     * Ends a draft that nobody wants any more.
     *
     * @param expectedRevision may be null only where nobody else wrote in the draft
     * @throws Refusal STALE, NOT_FOUND, invalid-request
     */
    public void discard(String table, UUID id, @Nullable Long expectedRevision) {
        TableDraft draft = drafts.lock(KnownTables.named(table), id);
        drafts.demandSeen(draft, caller.name(), expectedRevision);
        drafts.remove(draft);
    }

    /** What the draft says to each of the table's test cases; rows that can't be read are left out. */
    @May(Right.READ_TABLE_DRAFTS)
    public List<TestCaseResult> test(String table, UUID id) {
        return testCases.results(drafts.read(KnownTables.named(table), id).table());
    }

    /**
     * What the draft would say of a domain order, and of each row why not. Rows that can't be read are left out.
     *
     * @throws Refusal NOT_FOUND, invalid-request
     */
    public TriedDraft evaluate(String table, UUID id, DraftTrial trial) {
        ReadDraft draft = drafts.read(KnownTables.named(table), id);
        LocalDate day = trial.date();
        PolicyFacts facts;
        if (trial.domainOrder() == null) {
            day = Objects.requireNonNullElseGet(day, () -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            facts = trial.facts(day);
        } else {
            DomainOrder order = domainOrders.seenBy(caller, trial.domainOrder());
            day = Objects.requireNonNullElse(day, order.decision().date());
            facts = Optional.ofNullable(order.decision().facts())
                    .orElseThrow(() -> Refusal.conflict("no-facts-kept").with("domainOrder", order.number()));
        }
        List<RowExplanation> explained = RowExplanation.of(draft.table(), facts, day);
        List<TableRow> hits = explained.stream()
                .filter(RowExplanation::matched)
                .map(RowExplanation::row)
                .toList();
        return new TriedDraft(
                day,
                facts,
                hits.stream().map(TableRow::number).toList(),
                draft.unread(),
                ExpectedWork.of(hits.stream().map(RowMatch::of).toList(), facts),
                explained.stream().map(TriedDraft.TriedRow::of).toList());
    }

    private List<TableFindingView> findings(TableShape shape, TableDraft draft) {
        return drafts.found(shape, draft, clock.instant());
    }
}
