package io.orderfield.it.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A real PostgreSQL process with data that outlives it, so that it can go away and come back. What it has committed it keeps:
 * the embedded binaries come with both settings off, and then a kill takes the last seconds of commits with it.
 */
public final class Postgres implements AutoCloseable {
    private final Path data;
    private int port;
    private EmbeddedPostgres process;

    /** @param name names the directory under {@code target/it} */
    public Postgres(String name) {
        this(name, 0);
    }

    /** @param port where it listens, 0 for any that is free */
    Postgres(String name, int port) {
        this.port = port;
        data = Path.of(
                System.getProperty("it.dir"),
                name + "-" + ProcessHandle.current().pid());
    }

    public Postgres start() {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("max_connections", "120")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("fsync", "on");
            process = port == 0 ? builder.start() : builder.setPort(port).start();
            port = process.getPort();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables that put Orderfield on this database. */
    public Map<String, String> settings() {
        return Map.of(
                "DB_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "DB_USER", "postgres",
                "DB_PASSWORD", "postgres");
    }

    /** Its first process, the parent of all the others. */
    public ProcessHandle postmaster() {
        try {
            String pid =
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow(() -> new IllegalStateException("not running"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL for the postmaster; its children notice and end by themselves. */
    public void kill() {
        try {
            ProcessHandle postmaster = postmaster();
            postmaster.destroyForcibly();
            postmaster.onExit().join();
            // finds nothing to stop any more, and lets go of the lock on the directory
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection of one's own, such as for holding a lock that the application then waits for. */
    public Connection connection() throws SQLException {
        return process.getPostgresDatabase().getConnection();
    }

    /** Spoils data behind the application's back. */
    public int spoil(String sql) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Cuts every connection that a server has; returns how many. */
    public int cutConnections() {
        return number("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
    }

    /** Deadlocks that PostgreSQL has broken up since it last recovered from a kill. */
    public int deadlocks() {
        return number("select coalesce(sum(deadlocks), 0) from pg_stat_database");
    }

    /** The number that this query answers. */
    public int number(String sql) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
