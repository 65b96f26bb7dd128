package io.orderfield.messaging.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A migrated database for one test class. A test gets it as the parameter of a {@link DatabaseTest} method (once with H2,
 * once with PostgreSQL); schemas and persistence unit come from {@link WithDatabase} on the class. All tests of the class
 * share it: use own keys, or call {@link #clear()} first.
 */
public final class TestDatabase implements AutoCloseable {
    private final DatabaseKind kind;
    private final DataSource dataSource;
    private final List<String> schemas;
    private final @Nullable String unit;
    private @Nullable EntityManagerFactory factory;

    private TestDatabase(DatabaseKind kind, DataSource dataSource, List<String> schemas, @Nullable String unit) {
        this.kind = kind;
        this.dataSource = dataSource;
        this.schemas = schemas;
        this.unit = unit;
    }

    /**
     * A new database with the migrations {@code db/migration/<schema>} of each schema.
     *
     * @param unit persistence unit for the entity managers, or null when the test needs none
     */
    public static TestDatabase create(DatabaseKind kind, List<String> schemas, @Nullable String unit) {
        try {
            DataSource dataSource = kind.create();
            schemas.forEach(schema -> migrate(dataSource, schema));
            return new TestDatabase(kind, dataSource, List.copyOf(schemas), unit);
        } catch (SQLException e) {
            throw new IllegalStateException("no " + kind + " database", e);
        }
    }

    private static void migrate(DataSource dataSource, String schema) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .createSchemas(true)
                .locations("classpath:db/migration/" + schema)
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }

    public DatabaseKind kind() {
        return kind;
    }

    /** Connections with auto-commit on, not pooled. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** The factory of the persistence unit; production settings but for transactions, which are local. */
    public synchronized EntityManagerFactory entityManagerFactory() {
        if (factory == null) {
            if (unit == null) {
                throw new IllegalStateException("name the persistence unit in @WithDatabase");
            }
            Map<String, Object> overrides = new HashMap<>();
            overrides.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
            overrides.put("jakarta.persistence.jtaDataSource", "");
            overrides.put("jakarta.persistence.nonJtaDataSource", dataSource);
            overrides.put("eclipselink.target-server", "None");
            // without an agent nothing is woven, and every lazy reference would be reported
            overrides.put("eclipselink.logging.level.metadata", "SEVERE");
            // without this, two databases in one JVM would share the first one's session
            overrides.put("eclipselink.session-name", unit + "-" + kind + "-" + System.identityHashCode(this));
            factory = Persistence.createEntityManagerFactory(unit, overrides);
        }
        return factory;
    }

    /** Runs the work in a transaction of its own and commits; an exception rolls back and comes out unchanged. */
    public <T extends @Nullable Object> T inTransaction(Function<EntityManager, T> work) {
        EntityManager em = entityManagerFactory().createEntityManager();
        EntityTransaction transaction = em.getTransaction();
        try {
            transaction.begin();
            T result = work.apply(em);
            transaction.commit();
            return result;
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
            em.close();
        }
    }

    /** Runs the work in a transaction of its own and commits; an exception rolls back and comes out unchanged. */
    public void doInTransaction(Consumer<EntityManager> work) {
        inTransaction(em -> {
            work.accept(em);
            return null;
        });
    }

    /** Empties every table of the schemas, the migrations' own bookkeeping aside; data that migrations wrote goes too. */
    public void clear() {
        try (Connection c = dataSource.getConnection();
                Statement s = c.createStatement()) {
            List<String> tables = tables(c);
            if (kind == DatabaseKind.H2) {
                s.execute("set referential_integrity false");
                for (String table : tables) {
                    s.execute("truncate table " + table);
                }
                s.execute("set referential_integrity true");
            } else if (!tables.isEmpty()) {
                s.execute("truncate table " + String.join(", ", tables) + " cascade");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not empty the tables", e);
        }
    }

    private List<String> tables(Connection c) throws SQLException {
        List<String> tables = new ArrayList<>();
        for (String schema : schemas) {
            try (ResultSet r = c.getMetaData().getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
                while (r.next()) {
                    String name = r.getString("TABLE_NAME");
                    if (!name.startsWith("flyway_")) {
                        tables.add(schema + "." + name);
                    }
                }
            }
        }
        return tables;
    }

    @Override
    public void close() throws SQLException {
        if (factory != null) {
            factory.close();
        }
        kind.drop(dataSource);
    }

    @Override
    public String toString() {
        return kind.name();
    }
}
