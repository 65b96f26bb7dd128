package io.orderfield.messaging.delivery;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Where the nodes of one schema keep their figures: a row per node, and a row per node and minute with the histogram of its
 * lags, so that percentiles over all nodes are exact. Every method works on the caller's connection and in its transaction.
 */
public final class FiguresStore {
    /** No more rows of the outbox are counted than this; a count of it means "or more". */
    public static final int MOST_COUNTED = 100_000;

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration SILENCE = Duration.ofSeconds(45);

    private final String schema;

    /** @param schema the schema of the tables; a name of ours, never input */
    public FiguresStore(String schema) {
        this.schema = schema;
    }

    /** Writes what a node has counted. */
    void save(Connection connection, String node, Instant startedAt, DeliveryFigures figures, Instant now)
            throws SQLException {
        DeliveryFigures.Counters counters = figures.counters();
        if (!update(connection, node, startedAt, counters, now)) {
            insert(connection, node, startedAt, counters, now);
        }
        DeliveryFigures.Minute minute = figures.minute();
        if (minute.lags().getTotalCount() > 0) {
            replace(connection, node, minute);
        }
    }

    private boolean update(
            Connection connection, String node, Instant startedAt, DeliveryFigures.Counters counters, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update " + schema
                + ".sync_node set started_at = ?, seen_at = ?, worked_off = ?, redeliveries = ?, duplicates = ?,"
                + " dead_letters = ? where node = ?")) {
            fill(update, startedAt, counters, now);
            update.setString(7, node);
            return update.executeUpdate() == 1;
        }
    }

    private void insert(
            Connection connection, String node, Instant startedAt, DeliveryFigures.Counters counters, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into " + schema
                + ".sync_node (started_at, seen_at, worked_off, redeliveries, duplicates, dead_letters, node)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
            fill(insert, startedAt, counters, now);
            insert.setString(7, node);
            insert.executeUpdate();
        }
    }

    private static void fill(
            PreparedStatement statement, Instant startedAt, DeliveryFigures.Counters counters, Instant now)
            throws SQLException {
        statement.setObject(1, Outbox.utc(startedAt));
        statement.setObject(2, Outbox.utc(now));
        statement.setLong(3, counters.workedOff());
        statement.setLong(4, counters.redeliveries());
        statement.setLong(5, counters.duplicates());
        statement.setLong(6, counters.deadLetters());
    }

    private void replace(Connection connection, String node, DeliveryFigures.Minute minute) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from " + schema + ".sync_minute where node = ? and started_at = ?")) {
            delete.setString(1, node);
            delete.setObject(2, Outbox.utc(minute.start()));
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + schema + ".sync_minute (node, started_at, lags) values (?, ?, ?)")) {
            insert.setString(1, node);
            insert.setObject(2, Outbox.utc(minute.start()));
            insert.setString(3, text(minute.lags()));
            insert.executeUpdate();
        }
    }

    /** Forgets what is older than an hour. */
    void purge(Connection connection, Instant now) throws SQLException {
        for (String condition : List.of(".sync_minute where started_at < ?", ".sync_node where seen_at < ?")) {
            try (PreparedStatement delete = connection.prepareStatement("delete from " + schema + condition)) {
                delete.setObject(1, Outbox.utc(now.minus(KEPT)));
                delete.executeUpdate();
            }
        }
    }

    /** The figures of all nodes together. */
    public SideFigures read(Connection connection, Instant now) throws SQLException {
        Map<Instant, Histogram> minutes = minutes(connection, now);
        Instant recent = now.truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.MINUTES);
        Histogram current = empty();
        minutes.forEach((minute, lags) -> {
            if (!minute.isBefore(recent)) {
                current.add(lags);
            }
        });
        return new SideFigures(
                count(connection, "READY"),
                count(connection, "FAILED"),
                oldest(connection),
                lag(recent, current),
                minutes.entrySet().stream()
                        .map(m -> lag(m.getKey(), m.getValue()))
                        .toList(),
                nodes(connection, now));
    }

    private long count(Connection connection, String state) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from (select 1 from " + schema
                + ".outbox where state = ? fetch first " + MOST_COUNTED + " rows only) waiting")) {
            select.setString(1, state);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Ids are time-ordered, so the first one is the oldest. */
    private @Nullable Instant oldest(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select occurred_at from " + schema + ".outbox order by id fetch first 1 row only");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getObject(1, OffsetDateTime.class).toInstant() : null;
        }
    }

    private Map<Instant, Histogram> minutes(Connection connection, Instant now) throws SQLException {
        Map<Instant, Histogram> minutes = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select started_at, lags from " + schema + ".sync_minute where started_at >= ?")) {
            select.setObject(1, Outbox.utc(now.minus(KEPT)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    minutes.computeIfAbsent(
                                    row.getObject(1, OffsetDateTime.class).toInstant(), m -> empty())
                            .add(histogram(row.getString(2)));
                }
            }
        }
        return minutes;
    }

    private List<SideFigures.Node> nodes(Connection connection, Instant now) throws SQLException {
        List<SideFigures.Node> nodes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select node, started_at, seen_at, worked_off,"
                        + " redeliveries, duplicates, dead_letters from " + schema + ".sync_node order by node");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Instant seenAt = row.getObject(3, OffsetDateTime.class).toInstant();
                nodes.add(new SideFigures.Node(
                        row.getString(1),
                        seenAt.plus(SILENCE).isAfter(now),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        seenAt,
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)));
            }
        }
        return nodes;
    }

    private static SideFigures.Lag lag(Instant minute, Histogram lags) {
        return new SideFigures.Lag(
                minute,
                lags.getTotalCount(),
                lags.getValueAtPercentile(50),
                lags.getValueAtPercentile(95),
                lags.getValueAtPercentile(99),
                lags.getMaxValue());
    }

    private static Histogram empty() {
        return new Histogram(1, DeliveryFigures.LONGEST.toMillis(), DeliveryFigures.DIGITS);
    }

    private static String text(Histogram lags) {
        ByteBuffer bytes = ByteBuffer.allocate(lags.getNeededByteBufferCapacity());
        int length = lags.encodeIntoCompressedByteBuffer(bytes);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }

    private static Histogram histogram(String text) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(text)), DeliveryFigures.LONGEST.toMillis());
        } catch (DataFormatException e) {
            throw new IllegalStateException("lags that this application wrote can't be read", e);
        }
    }
}
