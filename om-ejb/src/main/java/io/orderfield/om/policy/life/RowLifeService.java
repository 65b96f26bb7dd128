package io.orderfield.om.policy.life;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.policy.DecisionTableRowView;
import io.orderfield.om.policy.DecisionTableService;
import io.orderfield.om.policy.DecisionTableVersionView;
import io.orderfield.om.policy.DecisionTableView;
import io.orderfield.om.policy.KnownTables;
import io.orderfield.om.policy.Policies;
import io.orderfield.om.policy.TableVersionState;
import io.orderfield.rules.TableShape;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of the rows of decision tables: counted of the work order links when somebody asks, over all versions. */
@Stateless
@May(Right.READ_DECISION_TABLES)
public class RowLifeService {
    private static final int USUAL_DAYS = 365;
    private static final int MOST_DAYS = 1_095;

    @Inject
    private DecisionTableService tables;

    @Inject
    private Policies policies;

    @Inject
    private RowHits hits;

    @Inject
    private Clock clock;

    /**
     * The rows of a version in their order, each with what it has caused in any version.
     *
     * @param version null for the version in force
     * @param days how far to look back, {@value RowMark#IDLE_DAYS} to {@value #MOST_DAYS}; null for {@value #USUAL_DAYS}
     * @param mark only rows with this mark; null for all
     * @throws Refusal NOT_FOUND, invalid-request
     */
    public List<RowLifeView> hits(
            String table, @Nullable Integer version, @Nullable Integer days, @Nullable String mark) {
        TableShape shape = KnownTables.named(table);
        RowMark only = mark == null ? null : mark(mark);
        Instant now = clock.instant();
        Instant begin = now.minus(Duration.ofDays(days == null ? USUAL_DAYS : checked(days)));
        DecisionTableView shown = version == null ? tables.find(table) : tables.version(table, version);
        Map<String, RowFigures> figures = figures(shape, begin);
        Instant since = now.minus(Duration.ofDays(RowMark.IDLE_DAYS));
        Set<String> standing = activeAt(table, since);
        return shown.rows().stream()
                .map(row -> view(
                        row,
                        figures.getOrDefault(row.id(), RowFigures.NONE),
                        since,
                        standing.contains(row.id()) && couldCount(row, since)))
                .filter(row -> only == null || row.marks().contains(only))
                .toList();
    }

    private static RowMark mark(String name) {
        return Arrays.stream(RowMark.values())
                .filter(mark -> mark.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid("mark", Sentence.of("field.oneOf").with("codes", List.of(RowMark.values()))));
    }

    private static int checked(int days) {
        if (days < RowMark.IDLE_DAYS || days > MOST_DAYS) {
            throw Refusal.invalid(
                    "days",
                    Sentence.of("field.between")
                            .with("first", RowMark.IDLE_DAYS)
                            .with("last", MOST_DAYS));
        }
        return days;
    }

    private static boolean couldCount(DecisionTableRowView row, Instant since) {
        LocalDate from = row.validFrom();
        return row.active() && (from == null || !from.isAfter(LocalDate.ofInstant(since, ZoneOffset.UTC)));
    }

    /** By the id of the row. Another table than the policy decides nothing yet. */
    private Map<String, RowFigures> figures(TableShape shape, Instant begin) {
        Map<String, RowFigures> figures = new HashMap<>();
        if (!shape.equals(TableShape.WORK_ORDER_POLICY)) {
            return figures;
        }
        int version = 0;
        List<String> ids = List.of(); // of one version at a time
        for (RowHits.Wanted wanted : hits.since(begin)) {
            if (wanted.version() != version) {
                version = wanted.version();
                ids = policies.rowIds(version);
            }
            RowFigures of = wanted.figures();
            for (int row : wanted.rows()) {
                figures.merge(ids.get(row - 1), of, RowFigures::plus);
                of = wanted.figures().withoutWork(); // the first alone decided
            }
        }
        return figures;
    }

    /** The ids of the rows that were active in the version that decided at a moment. */
    private Set<String> activeAt(String table, Instant moment) {
        return tables.versions(table).stream()
                .filter(version -> hasDecided(version) && !version.effectiveAt().isAfter(moment))
                .findFirst() // the newest first
                .map(version -> tables.version(table, version.version()).rows().stream()
                        .filter(DecisionTableRowView::active)
                        .map(DecisionTableRowView::id)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static boolean hasDecided(DecisionTableVersionView version) {
        return version.state() == TableVersionState.PUBLISHED || version.state() == TableVersionState.SUPERSEDED;
    }

    private static RowLifeView view(DecisionTableRowView row, RowFigures figures, Instant since, boolean couldCount) {
        return new RowLifeView(
                row.id(),
                row.row(),
                row.template(),
                figures.hits(),
                figures.lastHit(),
                figures.workOrders(),
                figures.complete(),
                figures.incomplete(),
                figures.canceled(),
                figures.reworked(),
                RowMark.of(figures, since, couldCount));
    }
}
