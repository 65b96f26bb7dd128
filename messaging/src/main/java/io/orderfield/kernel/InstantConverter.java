package io.orderfield.kernel;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.persistence.internal.databaseaccess.BindCallCustomParameter;
import org.eclipse.persistence.internal.databaseaccess.DatabasePlatform;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** Writes an {@code Instant} with its offset, so that the server's time zone and its summer time never matter. */
final class InstantConverter implements Converter {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
        return value instanceof Instant instant ? new BoundInstant(instant) : value;
    }

    @Override
    public @Nullable Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
        if (value instanceof OffsetDateTime dateTime) {
            return dateTime.toInstant();
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        return value instanceof BoundInstant bound ? bound.instant : value;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public void initialize(DatabaseMapping mapping, Session session) {
        // nothing to prepare
    }

    /** Binds itself: EclipseLink would turn any date and time into a timestamp of the server's zone. */
    private static final class BoundInstant extends BindCallCustomParameter {
        private static final long serialVersionUID = 1L;
        private final Instant instant;

        BoundInstant(Instant instant) {
            super(instant);
            this.instant = instant;
        }

        @Override
        public void set(DatabasePlatform platform, PreparedStatement statement, int index, AbstractSession session)
                throws SQLException {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        }
    }
}
