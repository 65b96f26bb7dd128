package io.orderfield.messaging.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Forgets, once an hour, the message ids and attempts that are older than {@link Inbox#KEPT}. */
public final class DeliveryRetention {
    private static final Logger LOG = Logger.getLogger(DeliveryRetention.class.getName());
    private static final Duration PERIOD = Duration.ofHours(1);

    private final Inbox inbox;
    private final AttemptLog attempts;
    private final DataSource dataSource;
    private final Clock clock;
    private Instant next;

    public DeliveryRetention(Inbox inbox, AttemptLog attempts, DataSource dataSource, Clock clock) {
        this.inbox = inbox;
        this.attempts = attempts;
        this.dataSource = dataSource;
        this.clock = clock;
        this.next = clock.instant().plus(PERIOD);
    }

    /** Purges when an hour has passed since the last time; does nothing otherwise, and when the database is away. */
    public synchronized void purgeIfDue() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PERIOD);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            inbox.purge(connection, now);
            attempts.purge(connection, now);
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "Old message ids could not be purged; the next try is in an hour", e);
        }
    }
}
