package io.orderfield.om.policy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The versions of every decision table, on the connection of the current transaction. A version never changes; that it was
 * withdrawn, or could not be built, is only added. What is in force is decided by the clock of the database, which all
 * nodes share.
 */
final class TableVersions {
    /** Counts for decisions, as far as its time has come. */
    private static final String STANDS = "withdrawn_at is null and not build_failed";

    private static final String COLUMNS =
            "version, hit_policy, row_count, based_on, published_at, published_by, authors,"
                    + " reason, warnings_accepted, effective_at, withdrawn_at, build_failed, effective_at > current_timestamp, late_from";

    /** So long may a server that runs go without saying so. */
    private static final Duration UNSEEN = Duration.ofMinutes(2);

    private static final NamesText NAMES = new NamesText();

    private TableVersions() {}

    /**
     * What a version says of itself.
     *
     * @param awaited whether its time is still to come
     * @param lateFrom when it began to decide, where no server ran at its time
     */
    record Published(
            int version,
            String hitPolicy,
            int rows,
            @Nullable Integer basedOn,
            Instant publishedAt,
            String publishedBy,
            List<String> authors,
            @Nullable String reason,
            @Nullable String warnings,
            Instant effectiveAt,
            boolean withdrawn,
            boolean buildFailed,
            boolean awaited,
            @Nullable Instant lateFrom) {

        /** @param serving the version that decides now, null when there is none */
        TableVersionState state(@Nullable Integer serving) {
            if (withdrawn) {
                return TableVersionState.WITHDRAWN;
            }
            if (buildFailed) {
                return TableVersionState.NOT_BUILT;
            }
            if (awaited) {
                return TableVersionState.PLANNED;
            }
            return Objects.equals(serving, version) ? TableVersionState.PUBLISHED : TableVersionState.SUPERSEDED;
        }

        DecisionTableVersionView view(@Nullable Integer serving) {
            return new DecisionTableVersionView(
                    version,
                    state(serving),
                    publishedAt,
                    publishedBy,
                    authors,
                    reason,
                    warnings,
                    basedOn,
                    effectiveAt,
                    lateFrom,
                    rows);
        }
    }

    /** What is to be published. */
    record Publication(String table, int version, StoredTable content, Provenance provenance) {}

    /**
     * Where a version comes from.
     *
     * @param basedOn the version whose rows its draft began with; null for one that came with Orderfield
     * @param authors who wrote its draft
     * @param warnings what was said of the warnings that stood
     * @param effectiveAt from when on it decides; null: at once
     */
    record Provenance(
            @Nullable Integer basedOn,
            Instant publishedAt,
            String publishedBy,
            List<String> authors,
            @Nullable String reason,
            @Nullable String warnings,
            @Nullable Instant effectiveAt) {

        /** For a version that came with Orderfield. */
        static Provenance shipped(Instant at, String by) {
            return new Provenance(null, at, by, List.of(), null, null, null);
        }
    }

    /**
     * Publishes a table under a number.
     *
     * @return false when the number is taken; nothing changes then
     */
    static boolean publish(Connection connection, Publication publication) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into om.decision_table_version"
                + " (table_code, version, hit_policy, row_count, content, based_on, published_at, published_by, authors,"
                + " reason, warnings_accepted, effective_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " coalesce(cast(? as timestamp with time zone), current_timestamp)) on conflict do nothing")) {
            Provenance provenance = publication.provenance();
            insert.setString(1, publication.table());
            insert.setInt(2, publication.version());
            insert.setString(3, publication.content().hitPolicy().name());
            insert.setInt(4, publication.content().rows().size());
            insert.setString(5, publication.content().text());
            insert.setObject(6, provenance.basedOn(), Types.INTEGER);
            insert.setObject(7, provenance.publishedAt().atOffset(ZoneOffset.UTC));
            insert.setString(8, provenance.publishedBy());
            insert.setString(9, NAMES.convertToDatabaseColumn(provenance.authors()));
            insert.setString(10, provenance.reason());
            insert.setString(11, provenance.warnings());
            Instant effectiveAt = provenance.effectiveAt();
            insert.setObject(
                    12,
                    effectiveAt == null ? null : effectiveAt.atOffset(ZoneOffset.UTC),
                    Types.TIMESTAMP_WITH_TIMEZONE);
            return insert.executeUpdate() == 1;
        }
    }

    /**
     * Number of the version that decides now.
     *
     * @param below only among the earlier ones than this
     * @return null when there is none
     */
    static @Nullable Integer serving(Connection connection, String table, int below) throws SQLException {
        return number(
                connection,
                "select max(version) from om.decision_table_version where table_code = ? and version < ? and " + STANDS
                        + " and effective_at <= current_timestamp",
                table,
                below);
    }

    /** Number of the newest version of all, whatever became of it; null when there is none. */
    static @Nullable Integer newest(Connection connection, String table) throws SQLException {
        return number(
                connection,
                "select max(version) from om.decision_table_version where table_code = ? and version < ?",
                table,
                Integer.MAX_VALUE);
    }

    /** Number of the version that waits for its time, null when there is none. */
    static @Nullable Integer planned(Connection connection, String table) throws SQLException {
        return number(
                connection,
                "select max(version) from om.decision_table_version where table_code = ? and version < ? and " + STANDS
                        + " and effective_at > current_timestamp",
                table,
                Integer.MAX_VALUE);
    }

    private static @Nullable Integer number(Connection connection, String query, String table, int below)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, table);
            select.setInt(2, below);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                int version = row.getInt(1);
                return row.wasNull() ? null : version;
            }
        }
    }

    /**
     * A version whose moment passed while no server ran.
     *
     * @param seen when a server was seen last before
     */
    record Missed(String table, int version, Instant effectiveAt, Instant seen) {
        /** For the log. */
        String sentence() {
            return "Decision table " + table + ": version " + version + " was to decide from " + effectiveAt
                    + " on, and no server ran then (one was seen last at " + seen + "): it decides from now on";
        }
    }

    /** Versions that were planned for a moment between the last that any server was seen and now. */
    static List<Missed> missed(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select v.table_code, v.version, v.effective_at, v.published_at, n.seen_at"
                                + " from om.decision_table_version v, (select max(seen_at) as seen_at from om.sync_node) n"
                                + " where v.withdrawn_at is null and not v.build_failed and v.effective_at > n.seen_at"
                                + " and v.effective_at <= current_timestamp order by v.table_code, v.version");
                ResultSet row = select.executeQuery()) {
            List<Missed> missed = new ArrayList<>();
            while (row.next()) {
                Instant effectiveAt = instant(row, 3);
                Instant late = effectiveAt.minus(UNSEEN);
                // servers write every now and then that they are there; what was published at once was not planned
                if (late.isAfter(instant(row, 4)) && late.isAfter(instant(row, 5))) {
                    missed.add(new Missed(row.getString(1), row.getInt(2), effectiveAt, instant(row, 5)));
                }
            }
            return missed;
        }
    }

    /** Keeps that a version began to decide now, and not at its moment. */
    static void late(Connection connection, Missed missed) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update om.decision_table_version"
                + " set late_from = current_timestamp where table_code = ? and version = ? and late_from is null")) {
            update.setString(1, missed.table());
            update.setInt(2, missed.version());
            update.executeUpdate();
        }
    }

    static Optional<Published> find(Connection connection, String table, int version) throws SQLException {
        return read(connection, table, " and version = " + version).stream().findFirst();
    }

    /** Every version, newest first. */
    static List<Published> all(Connection connection, String table) throws SQLException {
        return read(connection, table, " order by version desc");
    }

    private static List<Published> read(Connection connection, String table, String which) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + COLUMNS + " from om.decision_table_version where table_code = ?" + which)) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                List<Published> versions = new ArrayList<>();
                while (row.next()) {
                    versions.add(new Published(
                            row.getInt(1),
                            row.getString(2),
                            row.getInt(3),
                            row.getObject(4, Integer.class),
                            instant(row, 5),
                            row.getString(6),
                            Objects.requireNonNullElse(NAMES.convertToEntityAttribute(row.getString(7)), List.of()),
                            row.getString(8),
                            row.getString(9),
                            instant(row, 10),
                            row.getObject(11) != null,
                            row.getBoolean(12),
                            row.getBoolean(13),
                            row.getObject(14) == null ? null : instant(row, 14)));
                }
                return versions;
            }
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<StoredTable> content(Connection connection, String table, int version) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select hit_policy, content"
                + " from om.decision_table_version where table_code = ? and version = ?")) {
            select.setString(1, table);
            select.setInt(2, version);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(StoredTable.parse(row.getString(1), row.getString(2)))
                        : Optional.empty();
            }
        }
    }

    /** From now on it decides nothing, on no node. */
    static void buildFailed(Connection connection, String table, int version) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update om.decision_table_version set build_failed = true where table_code = ? and version = ?")) {
            update.setString(1, table);
            update.setInt(2, version);
            update.executeUpdate();
        }
    }

    /**
     * Takes back what is planned.
     *
     * @return false when its time has come meanwhile, or it was taken back already
     */
    static boolean withdraw(Connection connection, String table, int version, String by, Instant at)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update om.decision_table_version"
                + " set withdrawn_at = ?, withdrawn_by = ? where table_code = ? and version = ? and " + STANDS
                + " and effective_at > current_timestamp")) {
            update.setObject(1, at.atOffset(ZoneOffset.UTC));
            update.setString(2, by);
            update.setString(3, table);
            update.setInt(4, version);
            return update.executeUpdate() == 1;
        }
    }
}
