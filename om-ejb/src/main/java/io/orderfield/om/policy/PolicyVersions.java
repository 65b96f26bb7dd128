package io.orderfield.om.policy;

import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.files.DecisionTableCsv;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of published versions, on the connection of the current transaction. A version never changes. */
final class PolicyVersions {
    private PolicyVersions() {}

    /** A version with the table that it consists of. */
    record Published(PolicyVersionView version, DecisionTable table) {}

    /**
     * Publishes a table under a number.
     *
     * @return false when the number is taken; nothing changes then
     */
    static boolean publish(Connection connection, int version, DecisionTable table, String by, Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into om.policy_version"
                + " (version, published_at, published_by, row_count, content) values (?, ?, ?, ?, ?)"
                + " on conflict do nothing")) {
            insert.setInt(1, version);
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.setString(3, by);
            insert.setInt(4, table.rows().size());
            insert.setString(5, DecisionTableCsv.write(table));
            return insert.executeUpdate() == 1;
        }
    }

    /** Number of the newest version, null when none is published. */
    static @Nullable Integer newest(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select max(version) from om.policy_version");
                ResultSet row = select.executeQuery()) {
            row.next();
            int newest = row.getInt(1);
            return row.wasNull() ? null : newest;
        }
    }

    static Optional<Published> find(Connection connection, int version) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select version, published_at, published_by, row_count, content from om.policy_version"
                        + " where version = ?")) {
            select.setInt(1, version);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Published(
                                view(row), DecisionTableCsv.read(row.getString(5), KnownValues.UNCHECKED)))
                        : Optional.empty();
            }
        }
    }

    /** Every version, newest first. */
    static List<PolicyVersionView> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select version, published_at, published_by, row_count from om.policy_version"
                                + " order by version desc");
                ResultSet row = select.executeQuery()) {
            List<PolicyVersionView> versions = new ArrayList<>();
            while (row.next()) {
                versions.add(view(row));
            }
            return versions;
        }
    }

    private static PolicyVersionView view(ResultSet row) throws SQLException {
        return new PolicyVersionView(
                row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3), row.getInt(4));
    }
}
