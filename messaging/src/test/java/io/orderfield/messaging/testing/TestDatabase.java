package io.orderfield.messaging.testing;

import static org.awaitility.Awaitility.await;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A migrated database, lent to one test class after the other: migrations and the mapping cost more than most tests. A
 * test gets it as the parameter of a {@link DatabaseTest} method (once with H2, once with PostgreSQL); schemas and
 * persistence unit come from {@link WithDatabase} on the class. A class finds it as migrations leave it. All tests of
 * the class share it: use own keys, or call {@link #clear()} first.
 */
public final class TestDatabase implements AutoCloseable {
    /** What a class asks for. */
    private record Wanted(
            DatabaseKind kind,
            List<String> schemas,
            @Nullable String unit) {}

    private static final Map<Wanted, Queue<TestDatabase>> IDLE = new ConcurrentHashMap<>();

    private final Wanted made;
    private final DataSource dataSource;
    private @Nullable EntityManagerFactory factory;

    private TestDatabase(Wanted made, DataSource dataSource, @Nullable EntityManagerFactory factory) {
        this.made = made;
        this.dataSource = dataSource;
        this.factory = factory;
    }

    /**
     * A database with the migrations {@code db/migration/<schema>} of each schema and not a row more, nobody else's until
     * it is closed.
     *
     * @param unit persistence unit for the entity managers, or null when the test needs none
     */
    static TestDatabase lend(DatabaseKind kind, List<String> schemas, @Nullable String unit) {
        Wanted wanted = new Wanted(kind, List.copyOf(schemas), unit);
        TestDatabase idle = idle(wanted).poll();
        return idle == null ? create(wanted) : idle;
    }

    private static Queue<TestDatabase> idle(Wanted wanted) {
        return IDLE.computeIfAbsent(wanted, w -> new ConcurrentLinkedQueue<>());
    }

    private static TestDatabase create(Wanted wanted) {
        try {
            DataSource dataSource = wanted.kind().create();
            wanted.schemas().forEach(schema -> migrate(dataSource, schema));
            return new TestDatabase(wanted, dataSource, null);
        } catch (SQLException e) {
            throw new IllegalStateException("no " + wanted.kind() + " database", e);
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
        return made.kind();
    }

    /** Connections with auto-commit on; pooled where that is quicker, so leave none with settings of its own. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** The factory of the persistence unit; production settings but for transactions, which are local. */
    public synchronized EntityManagerFactory entityManagerFactory() {
        if (factory == null) {
            String unit = made.unit();
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
            overrides.put("eclipselink.session-name", unit + "-" + kind() + "-" + System.identityHashCode(this));
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

    /** Whether the transaction comes up against a lock of another one; not when it ends without. */
    public boolean isHeldUp(Future<?> transaction) {
        boolean h2 = kind() == DatabaseKind.H2;
        String waiting = h2
                ? "select 1 from information_schema.sessions where blocker_id is not null"
                : "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        // H2 doesn't tell of a wait for another one's unique key: there, what has not ended after ample time waits
        long ample = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        withStatement(s -> await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofMinutes(1))
                .until(() ->
                        transaction.isDone() || !strings(s, waiting).isEmpty() || h2 && System.nanoTime() - ample > 0));
        return !transaction.isDone();
    }

    /** Empties every table of the schemas, the migrations' own bookkeeping aside. */
    public void clear() {
        withStatement(this::empty);
    }

    private void empty(Statement s) throws SQLException {
        // few have rows, and to ask is quicker than to truncate
        List<String> filled = strings(
                s,
                tables(s).stream()
                        .map(t -> "select '" + t + "' where exists (select 1 from " + t + ")")
                        .collect(Collectors.joining(" union all ")));
        if (kind() == DatabaseKind.H2) {
            s.execute("set referential_integrity false");
            for (String table : filled) {
                s.execute("truncate table " + table);
            }
            s.execute("set referential_integrity true");
        } else if (!filled.isEmpty()) {
            s.execute("truncate table " + String.join(", ", filled) + " cascade");
        }
    }

    private List<String> tables(Statement s) throws SQLException {
        return strings(
                s,
                "select table_schema || '.' || table_name from information_schema.tables where table_schema in "
                        + schemas() + " and table_type = 'BASE TABLE' and table_name not like 'flyway%'");
    }

    private String schemas() {
        return made.schemas().stream().collect(Collectors.joining("', '", "('", "')"));
    }

    private static List<String> strings(Statement s, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (ResultSet r = s.executeQuery(sql)) {
            while (r.next()) {
                strings.add(r.getString(1));
            }
        }
        return strings;
    }

    private interface Work {
        void on(Statement statement) throws SQLException;
    }

    private void withStatement(Work work) {
        try (Connection c = dataSource.getConnection();
                Statement s = c.createStatement()) {
            work.on(s);
        } catch (SQLException e) {
            throw new IllegalStateException("the database of the tests", e);
        }
    }

    /** Gives it back, as migrations leave it: no migration writes a row. */
    @Override
    public void close() {
        withStatement(s -> {
            empty(s);
            for (String sequence : strings(
                    s,
                    "select sequence_schema || '.' || sequence_name from information_schema.sequences"
                            + " where sequence_schema in " + schemas())) {
                s.execute("alter sequence " + sequence + " restart");
            }
        });
        // under another identity: what a class remembers of its database, it remembers of no other class's
        idle(made).add(new TestDatabase(made, dataSource, factory));
    }

    @Override
    public String toString() {
        return kind().name();
    }
}
