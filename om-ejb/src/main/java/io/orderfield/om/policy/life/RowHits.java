package io.orderfield.om.policy.life;

import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import io.orderfield.om.plan.LinkState;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the work order links tell of the rows that wanted them, grouped by the database: one line for each version and set
 * of rows, however many work orders there are.
 */
@Shared
class RowHits {
    private static final String QUERY = "select l.table_version, l.table_rows, count(distinct l.domain_order_id),"
            + " max(coalesce(l.decided_at, l.created_at)), count(*), "
            + number("l.state = '" + LinkState.CLOSED_COMPLETE + "'") + ", "
            + number("l.state = '" + LinkState.CLOSED_INCOMPLETE + "'") + ", "
            + number("l.state = '" + LinkState.CANCELED + "' and l.cancel_revision is null") + ", "
            + "count(f.follows_key)"
            + " from om.work_order_link l left join (select distinct follows_key from om.work_order_link"
            + " where follows_key is not null and state not in ('" + LinkState.CANCELED + "', '"
            + LinkState.REFUSED + "')) f on f.follows_key = l.work_order_key"
            + " where l.table_rows is not null"
            + " and (l.decided_at >= ? or (l.decided_at is null and l.created_at >= ?))"
            + " group by l.table_version, l.table_rows order by l.table_version";

    private final EntityManager entityManager;

    @Inject
    RowHits(@OmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * What rows of one version wanted together.
     *
     * @param rows their numbers in that version, the one that decided first
     */
    record Wanted(int version, List<Integer> rows, RowFigures figures) {}

    private static String number(String condition) {
        return "sum(case when " + condition + " then 1 else 0 end)";
    }

    /** By version, the earliest first. */
    List<Wanted> since(Instant moment) {
        OffsetDateTime from = moment.atOffset(ZoneOffset.UTC);
        try (PreparedStatement select = entityManager.unwrap(Connection.class).prepareStatement(QUERY)) {
            select.setObject(1, from);
            select.setObject(2, from);
            try (ResultSet line = select.executeQuery()) {
                List<Wanted> wanted = new ArrayList<>();
                while (line.next()) {
                    wanted.add(new Wanted(
                            line.getInt(1),
                            Arrays.stream(line.getString(2).split(","))
                                    .map(Integer::valueOf)
                                    .toList(),
                            new RowFigures(
                                    line.getLong(3),
                                    line.getObject(4, OffsetDateTime.class).toInstant(),
                                    line.getLong(5),
                                    line.getLong(6),
                                    line.getLong(7),
                                    line.getLong(8),
                                    line.getLong(9))));
                }
                return wanted;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what rows of decision tables have caused could not be read", e);
        }
    }
}
