package io.orderfield.om.policy;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.policy.TableVersions.Published;
import io.orderfield.om.policy.coverage.CoverageCellView;
import io.orderfield.om.policy.coverage.Coverages;
import io.orderfield.rules.Column;
import io.orderfield.rules.InvalidDecisionTableException;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.TableShape;
import io.orderfield.rules.files.DmnExport;
import io.orderfield.rules.files.TableFiles;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decision tables as they are published, for who reads them. */
@Stateless
@May(Right.READ_DECISION_TABLES)
public class DecisionTableService {
    @Inject
    private DecisionTables tables;

    @Inject
    private Coverages coverages;

    /** All tables, each with what decides and what is planned. */
    public List<DecisionTableSummary> list() {
        return KnownTables.ALL.stream().map(this::summary).toList();
    }

    private DecisionTableSummary summary(TableShape shape) {
        List<DecisionTableVersionView> versions = versions(shape.code());
        return new DecisionTableSummary(
                shape.code(),
                shape.name(),
                first(versions, TableVersionState.PUBLISHED),
                first(versions, TableVersionState.PLANNED));
    }

    private static @Nullable DecisionTableVersionView first(
            List<DecisionTableVersionView> versions, TableVersionState state) {
        return versions.stream().filter(v -> v.state() == state).findFirst().orElse(null);
    }

    /**
     * The version in force, with its rows.
     *
     * @throws Refusal NOT_FOUND
     */
    @May(value = Right.READ_DECISION_TABLES, hidden = true)
    public DecisionTableView find(String table) {
        TableShape shape = KnownTables.named(table);
        Integer serving = tables.serving(shape, Integer.MAX_VALUE);
        if (serving == null) {
            throw Refusal.notFound("decisionTable", table);
        }
        return view(shape, serving, serving);
    }

    /**
     * A version with its rows; of one that can't be built, with those that can be read.
     *
     * @throws Refusal NOT_FOUND
     */
    @May(value = Right.READ_DECISION_TABLES, hidden = true)
    public DecisionTableView version(String table, int version) {
        TableShape shape = KnownTables.named(table);
        return view(shape, version, tables.serving(shape, Integer.MAX_VALUE));
    }

    /**
     * The columns of a version: conditions, those of characteristics only where something stands in them, then results.
     *
     * @throws Refusal NOT_FOUND
     */
    @May(value = Right.READ_DECISION_TABLES, hidden = true)
    public List<TableColumnView> columns(String table, int version) {
        TableShape shape = KnownTables.named(table);
        List<TableColumnView> columns = new ArrayList<>();
        for (Column column : shape.columnsOf(tables.content(shape, version).readable(shape))) {
            columns.add(TableColumnView.condition(shape, column.header(), KnownValues.UNCHECKED, Map.of()));
        }
        shape.results().forEach(column -> columns.add(TableColumnView.result(column, KnownValues.UNCHECKED)));
        return columns;
    }

    /**
     * Every version, newest first.
     *
     * @throws Refusal NOT_FOUND
     */
    public List<DecisionTableVersionView> versions(String table) {
        TableShape shape = KnownTables.named(table);
        Integer serving = tables.serving(shape, Integer.MAX_VALUE);
        try {
            return TableVersions.all(tables.connection(), shape.code()).stream()
                    .map(version -> version.view(serving))
                    .toList();
        } catch (SQLException e) {
            throw DecisionTables.unreadable(e);
        }
    }

    /**
     * A version as a file.
     *
     * @throws Refusal NOT_FOUND
     */
    @May(value = Right.READ_DECISION_TABLES, hidden = true)
    public byte[] file(String table, int version, TableFiles.Format format) {
        TableShape shape = KnownTables.named(table);
        return TableFiles.write(format, shape, tables.content(shape, version).rows());
    }

    /**
     * A version as a decision of DMN 1.5.
     *
     * @throws Refusal NOT_FOUND; invalid-decision-table for one that can't be built
     */
    @May(value = Right.READ_DECISION_TABLES, hidden = true)
    public byte[] dmn(String table, int version) {
        TableShape shape = KnownTables.named(table);
        try {
            return DmnExport.write(tables.content(shape, version).table(shape));
        } catch (InvalidDecisionTableException e) {
            throw TableProblemView.refusal(e);
        }
    }

    /**
     * What leads from one version to another.
     *
     * @throws Refusal NOT_FOUND
     */
    public List<TableDifference> differences(String table, int from, int to) {
        TableShape shape = KnownTables.named(table);
        StoredTable before = tables.content(shape, from);
        StoredTable after = tables.content(shape, to);
        return TableDifference.between(before.hitPolicy(), before.rows(), after.hitPolicy(), after.rows());
    }

    /**
     * Which rows of the version in force can be met by what.
     *
     * @param column one more column to look at, null for specification and action alone
     * @throws Refusal NOT_FOUND; invalid-request for a column of which it isn't known what may stand in it
     */
    public List<CoverageCellView> coverage(String table, @Nullable String column) {
        TableShape shape = KnownTables.named(table);
        return coverages.of(shape, tables.serving(shape).table().rows(), column);
    }

    /**
     * Which rows of a version can be met by what: today, or on its first day while its time has not come.
     *
     * @param column one more column to look at, null for specification and action alone
     * @throws Refusal NOT_FOUND; invalid-request for a column of which it isn't known what may stand in it
     */
    public List<CoverageCellView> coverage(String table, int version, @Nullable String column) {
        TableShape shape = KnownTables.named(table);
        return coverages.of(
                shape,
                tables.content(shape, version).readable(shape),
                column,
                published(shape, version).effectiveAt());
    }

    /**
     * Headers of the columns by which coverage can be made finer: those of which it is known what may stand in them.
     *
     * @throws Refusal NOT_FOUND
     */
    public List<String> coverageColumns(String table) {
        return coverages.columns(KnownTables.named(table));
    }

    private Published published(TableShape shape, int version) {
        try {
            return TableVersions.find(tables.connection(), shape.code(), version)
                    .orElseThrow(() -> Refusal.notFound("tableVersion", "v" + version));
        } catch (SQLException e) {
            throw DecisionTables.unreadable(e);
        }
    }

    private DecisionTableView view(TableShape shape, int version, @Nullable Integer serving) {
        Published published = published(shape, version);
        return new DecisionTableView(
                shape.code(),
                shape.name(),
                version,
                published.state(serving),
                published.publishedAt(),
                published.publishedBy(),
                published.authors(),
                published.reason(),
                published.warnings(),
                published.basedOn(),
                published.effectiveAt(),
                published.hitPolicy(),
                tables.content(shape, version).readable(shape).stream()
                        .map(row -> DecisionTableRowView.of(shape, row))
                        .toList());
    }
}
