package io.orderfield.it.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** A real PostgreSQL process with data that outlives it, so that it can go away and come back. */
public final class Postgres implements AutoCloseable {
    private final Path data = Path.of(
            System.getProperty("it.dir"), "postgres-" + ProcessHandle.current().pid());
    private int port;
    private EmbeddedPostgres process;

    public Postgres start() {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("max_connections", "120");
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

    @Override
    public void close() {
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
