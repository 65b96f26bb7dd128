package io.orderfield.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * What PostgreSQL holds, as a file for each table and one for the sequences: its own files are good for one version and one
 * kind of processor only. Flyway's history is among the tables, so that a migration that was edited afterwards is noticed.
 */
final class Tables {
    /** Each schema with the version of its tables in the house of before. */
    private static final Map<String, String> SCHEMAS = Map.of("om", "13", "fsm", "7");

    private static final String SEQUENCES = "sequences";

    private Tables() {}

    static void keep(Connection database, Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        PGConnection postgres = database.unwrap(PGConnection.class);
        for (String table : tables(database)) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(table))) {
                postgres.getCopyAPI().copyOut("copy " + table + " to stdout (format csv, header)", out);
            }
        }
        try (Statement statement = database.createStatement();
                ResultSet sequences = statement.executeQuery("select schemaname || '.' || sequencename, last_value"
                        + " from pg_sequences where last_value is not null order by 1")) {
            StringBuilder lines = new StringBuilder();
            while (sequences.next()) {
                lines.append(sequences.getString(1))
                        .append(' ')
                        .append(sequences.getLong(2))
                        .append('\n');
            }
            Files.writeString(folder.resolve(SEQUENCES), lines);
        }
    }

    /** @param url an empty database */
    static void restore(String url, Connection database, Path folder) throws SQLException, IOException {
        SCHEMAS.forEach((schema, version) -> Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .schemas(schema)
                .locations("classpath:db/migration/" + schema)
                .target(version)
                .load()
                .migrate());
        try (Statement statement = database.createStatement()) {
            // rows come in the order of the tables' names, not of their references
            statement.execute("set session_replication_role = replica");
            statement.execute("truncate " + String.join(", ", tables(database)));
        }
        PGConnection postgres = database.unwrap(PGConnection.class);
        for (String table : tables(database)) {
            try (Reader rows = Files.newBufferedReader(folder.resolve(table), UTF_8)) {
                String header = Files.lines(folder.resolve(table)).findFirst().orElseThrow();
                postgres.getCopyAPI()
                        .copyIn("copy " + table + " (" + header + ") from stdin (format csv, header)", rows);
            }
        }
        for (String line : Files.readAllLines(folder.resolve(SEQUENCES))) {
            try (PreparedStatement next = database.prepareStatement("select setval(?::regclass, ?)")) {
                next.setString(1, line.split(" ")[0]);
                next.setLong(2, Long.parseLong(line.split(" ")[1]));
                next.execute();
            }
        }
    }

    private static List<String> tables(Connection database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet names = statement.executeQuery("select schemaname || '.' || tablename from pg_tables"
                        + " where schemaname in ('" + String.join("', '", SCHEMAS.keySet()) + "') order by 1")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }
}
