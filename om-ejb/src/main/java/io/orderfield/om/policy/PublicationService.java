package io.orderfield.om.policy;

import io.orderfield.kernel.Blank;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.policy.TableVersions.Provenance;
import io.orderfield.om.policy.TableVersions.Publication;
import io.orderfield.om.policy.testcase.TestCaseResult;
import io.orderfield.om.policy.testcase.TestCases;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.rules.CompiledTable;
import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.Finding.Severity;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.RowReader;
import io.orderfield.rules.TableShape;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Makes versions of drafts. A version is built before anybody hears of it: what can't be built is no version, and what
 * decides goes on deciding.
 */
@Stateless
@May(Right.PUBLISH_DECISION_TABLES)
public class PublicationService {
    private static final int LONGEST_REASON = 4_000;

    /** While it waits nothing else is published. */
    private static final int MOST_DAYS_AHEAD = 366;

    @Inject
    private TableDrafts drafts;

    @Inject
    private DecisionTables tables;

    @Inject
    private TestCases testCases;

    @Inject
    private CurrentUser caller;

    @Inject
    private Event<TablePublished> published;

    @Inject
    private Event<PublicationWithdrawn> withdrawals;

    @Inject
    private Clock clock;

    /** A variable, and no setting that an administrator overrides: who could do that would be the second person too. */
    @Inject
    @ConfigProperty(name = "PUBLISH_NEEDS_SECOND_PERSON", defaultValue = "false")
    private boolean secondPersonNeeded;

    /**
     * Publishes a draft, at once or from some moment on, and ends it.
     *
     * @param expectedRevision the draft's revision that the caller saw; null when it does not matter, which it does where
     *     a second person is needed: what the first wrote meanwhile that one has not seen
     * @throws Refusal NOT_FOUND, STALE, invalid-request; second-person-needed, publication-planned, draft-outdated,
     *     draft-has-errors or warnings-not-acknowledged with the findings, test-cases-red with what the draft says to them
     */
    public DecisionTableVersionView publish(
            String table, UUID id, PublicationRequest request, @Nullable Long expectedRevision) {
        TableShape shape = KnownTables.named(table);
        String reason = said("reason", request.reason());
        Instant at = request.at();
        if (at != null) {
            demandSoon(at);
        }
        TableDraft draft = drafts.lock(shape, id);
        drafts.check(draft, expectedRevision);
        if (secondPersonNeeded && draft.authors().contains(caller.name())) {
            throw Refusal.conflict("second-person-needed").with("authors", draft.authors());
        }
        if (secondPersonNeeded && expectedRevision == null) {
            throw Refusal.invalid("If-Match", Sentence.of("field.revisionSeen"));
        }
        int version = tables.next(shape); // before anything is looked at: whoever looked at the same has the same
        int serving = demandFreeWay(shape, draft, request.replaces());
        String warnings = accepted(
                drafts.found(shape, draft, Objects.requireNonNullElseGet(at, clock::instant)), request.warnings());
        DecisionTable content =
                new RowReader(shape, KnownValues.UNCHECKED).read(draft.rows()).table(draft.hitPolicy());
        demandGreenTests(content, warnings);
        StoredTable stored = StoredTable.of(content);
        List<TableDifference> differences = differences(shape, serving, stored);
        try {
            Connection connection = tables.connection();
            CompiledTable built = CompiledTable.compile(version, content);
            boolean isFirst = TableVersions.publish(
                    connection,
                    new Publication(
                            shape.code(),
                            version,
                            stored,
                            new Provenance(
                                    draft.basedOn(),
                                    clock.instant(),
                                    caller.name(),
                                    draft.authors(),
                                    reason,
                                    warnings,
                                    at)));
            if (!isFirst) {
                throw Refusal.stale("decisionTable", shape.code()); // somebody published another draft at this instant
            }
            drafts.remove(draft);
            published.fire(new TablePublished(built, serving, at, caller.name(), reason, differences.size()));
            return view(connection, shape, version);
        } catch (SQLException e) {
            throw DecisionTables.unreadable(e);
        }
    }

    private void demandSoon(Instant at) {
        Instant now = clock.instant();
        if (!at.isAfter(now)) {
            throw Refusal.invalid("at", Sentence.of("field.past"));
        }
        if (at.isAfter(now.plus(MOST_DAYS_AHEAD, ChronoUnit.DAYS))) {
            throw Refusal.invalid("at", Sentence.of("field.tooFar").with("most", MOST_DAYS_AHEAD));
        }
    }

    private List<TableDifference> differences(TableShape shape, int serving, StoredTable stored) {
        StoredTable before = tables.content(shape, serving);
        List<TableDifference> differences =
                TableDifference.between(before.hitPolicy(), before.rows(), stored.hitPolicy(), stored.rows());
        if (differences.isEmpty()) {
            throw Refusal.conflict("nothing-to-publish").with("version", serving);
        }
        return differences;
    }

    /** Answers the version that it replaces. */
    private int demandFreeWay(TableShape shape, TableDraft draft, @Nullable Integer replaces) {
        Integer planned = tables.planned(shape);
        if (planned != null) {
            throw Refusal.conflict("publication-planned").with("version", planned);
        }
        int serving = tables.serving(shape).version();
        if (serving != draft.replaces() && !Objects.equals(replaces, serving)) {
            throw Refusal.conflict("draft-outdated").with("version", serving).with("replaces", draft.replaces());
        }
        return serving;
    }

    /** What is said of new warnings and of test cases that are red; null for nothing. */
    private static @Nullable String accepted(List<TableFindingView> findings, @Nullable String word) {
        List<TableFindingView> errors = of(findings, Severity.ERROR);
        if (!errors.isEmpty()) {
            throw Refusal.conflict("draft-has-errors")
                    .with("count", errors.size())
                    .showing("findings", errors);
        }
        List<TableFindingView> warnings = of(findings, Severity.WARNING).stream()
                .filter(warning -> !warning.known()) // for the others there was a word, when they were new
                .toList();
        if (word == null || Blank.is(word)) {
            if (warnings.isEmpty()) {
                return null;
            }
            throw Refusal.conflict("warnings-not-acknowledged")
                    .with("count", warnings.size())
                    .showing("findings", warnings);
        }
        return said("warnings", word);
    }

    private void demandGreenTests(DecisionTable content, @Nullable String word) {
        List<TestCaseResult> red = testCases.results(content).stream()
                .filter(result -> !result.passed())
                .toList();
        if (!red.isEmpty() && word == null) {
            throw Refusal.conflict("test-cases-red").with("count", red.size()).showing("testCases", red);
        }
    }

    private static List<TableFindingView> of(List<TableFindingView> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity().equals(severity.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String said(String field, @Nullable String text) {
        if (text == null || Blank.is(text) || text.length() > LONGEST_REASON) {
            throw Refusal.invalid(field, Sentence.of("field.sayWhy").with("most", LONGEST_REASON));
        }
        return Blank.strip(text);
    }

    /**
     * Takes back a version before its time.
     *
     * @throws Refusal NOT_FOUND; not-planned when its time has come, or it was taken back already
     */
    public DecisionTableVersionView withdraw(String table, int version) {
        TableShape shape = KnownTables.named(table);
        try {
            Connection connection = tables.connection();
            view(connection, shape, version); // or there is none
            if (!TableVersions.withdraw(connection, shape.code(), version, caller.name(), clock.instant())) {
                throw Refusal.conflict("not-planned").with("version", version);
            }
            withdrawals.fire(new PublicationWithdrawn(shape.code(), version, caller.name()));
            return view(connection, shape, version);
        } catch (SQLException e) {
            throw DecisionTables.unreadable(e);
        }
    }

    private DecisionTableVersionView view(Connection connection, TableShape shape, int version) throws SQLException {
        return TableVersions.find(connection, shape.code(), version)
                .orElseThrow(() -> Refusal.notFound("tableVersion", "v" + version))
                .view(TableVersions.serving(connection, shape.code(), Integer.MAX_VALUE));
    }
}
