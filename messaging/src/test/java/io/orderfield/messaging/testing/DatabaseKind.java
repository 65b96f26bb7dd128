package io.orderfield.messaging.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** The two databases that Orderfield runs on. */
public enum DatabaseKind {
    /** In memory, with the options of the product's embedded database. */
    H2 {
        @Override
        DataSource create() {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                    + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
            h2.setUser("app");
            h2.setPassword("app");
            return h2;
        }
    },

    /** One server for the whole JVM, started at first use; each database has a name of its own. */
    POSTGRES {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        DataSource create() throws SQLException {
            String name = "test" + count.incrementAndGet();
            try (Connection c = Server.INSTANCE.getPostgresDatabase().getConnection()) {
                c.createStatement().execute("create database " + name);
            }
            PGConnectionPoolDataSource postgres = new PGConnectionPoolDataSource();
            postgres.setURL(Server.INSTANCE.getJdbcUrl("postgres", name));
            // a process for each transaction costs more than the transaction; H2's pool is one for any driver
            JdbcConnectionPool pool = JdbcConnectionPool.create(postgres);
            pool.setMaxConnections(40);
            return pool;
        }
    };

    /** A new empty database. */
    abstract DataSource create() throws SQLException;

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
