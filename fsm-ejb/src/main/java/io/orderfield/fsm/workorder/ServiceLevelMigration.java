package io.orderfield.fsm.workorder;

import io.orderfield.fsm.servicelevel.ServiceLevel;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Gives the work orders of earlier versions their service level. In Java, since the databases don't agree on how to ask for
 * the end of a day in a time zone. How long they were on hold before is not known: it counts as used.
 */
@Dependent
class ServiceLevelMigration implements JavaMigration {
    private static final int BATCH = 1000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("6.1");
    }

    @Override
    public String getDescription() {
        return "service levels of earlier work orders";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null; // code has none
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        count(context.getConnection());
    }

    static void count(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(
                        "select id, state, due, time_zone, on_hold, created_at, updated_at, scheduled_end, closed_at"
                                + " from fsm.work_order");
                PreparedStatement write =
                        connection.prepareStatement("update fsm.work_order set sla_held_since = ?, sla_risk_at = ?,"
                                + " sla_breach_at = ?, sla_missed = ? where id = ?")) {
            read.setFetchSize(BATCH);
            int waiting = 0;
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    ServiceLevel level = levelOf(row);
                    write.setObject(1, utc(level.heldSince()));
                    write.setObject(2, utc(level.riskAt()));
                    write.setObject(3, utc(level.breachAt()));
                    write.setBoolean(4, level.isMissed());
                    write.setObject(5, row.getObject("id", UUID.class));
                    write.addBatch();
                    if (++waiting % BATCH == 0) {
                        write.executeBatch();
                    }
                }
            }
            write.executeBatch();
        }
    }

    private static ServiceLevel levelOf(ResultSet row) throws SQLException {
        WorkOrderState state = WorkOrderState.valueOf(row.getString("state"));
        LocalDate due = row.getObject("due", LocalDate.class);
        Instant promised = due == null ? null : ServiceLevel.endOf(due, row.getString("time_zone"));
        Instant updated = row.getObject("updated_at", OffsetDateTime.class).toInstant();
        Instant closed = instant(row, "closed_at");
        ServiceLevel level = new ServiceLevel();
        if (state.isClosed()) {
            level.stop(promised, state == WorkOrderState.CANCELED, closed == null ? updated : closed);
        } else {
            level.hold(row.getBoolean("on_hold"), updated);
            level.count(
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    promised,
                    instant(row, "scheduled_end"));
        }
        return level;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
