package io.orderfield.messaging.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections of the current transaction, for work on the delivery tables. */
public final class Connections {
    private Connections() {}

    /** What is done on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Does the work on a connection of its own and gives it back.
     *
     * @throws DeliveryStoreException when the database fails
     */
    public static <T> T with(DataSource dataSource, Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DeliveryStoreException(e);
        }
    }
}
