package io.orderfield.messaging.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes this node's figures every 15 seconds, so that every node can show those of all. */
public final class Heartbeat {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(15);

    private final FiguresStore store;
    private final DeliveryFigures figures;
    private final DataSource dataSource;
    private final String node;
    private final Clock clock;
    private final Instant startedAt;
    private Instant next;
    private volatile @Nullable SideFigures latest;

    /**
     * @param dataSource connections that take part in no other transaction and can be committed by hand
     * @param node a name that no other node has
     */
    public Heartbeat(FiguresStore store, DeliveryFigures figures, DataSource dataSource, String node, Clock clock) {
        this.store = store;
        this.figures = figures;
        this.dataSource = dataSource;
        this.node = node;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.next = startedAt;
    }

    /** The figures of all nodes at the last beat, for metrics: reading them asks nobody. Null before the first. */
    public @Nullable SideFigures latest() {
        return latest;
    }

    /** Writes when it is time; does nothing otherwise, and when the database is away. */
    public synchronized void beatIfDue() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PERIOD);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                store.save(connection, node, startedAt, figures, now);
                store.purge(connection, now);
                SideFigures read = store.read(connection, now);
                connection.commit();
                committed = true;
                latest = read;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            LOG.log(Level.FINE, "The figures of this node could not be written", e);
        }
    }
}
