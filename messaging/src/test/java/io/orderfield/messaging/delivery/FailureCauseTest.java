package io.orderfield.messaging.delivery;

import static io.orderfield.messaging.delivery.FailureCause.CONTRACT;
import static io.orderfield.messaging.delivery.FailureCause.INFRASTRUCTURE;
import static io.orderfield.messaging.delivery.FailureCause.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderfield.kernel.Json;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.broker.BrokerAwayException;
import io.orderfield.messaging.testing.DatabaseKind;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.ResourceAllocationException;
import jakarta.persistence.PersistenceException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Real failures of real databases, in the wrappings of a container. */
@WithDatabase(schemas = "proof", unit = "proof")
class FailureCauseTest {
    @DatabaseTest
    void aDeadlockIsInfrastructure(TestDatabase database) throws SQLException {
        UUID a = insert(database);
        UUID b = insert(database);
        try (Connection one = transaction(database);
                Connection two = transaction(database)) {
            touch(one, a);
            touch(two, b);
            CompletableFuture<@Nullable Throwable> first = attempt(() -> touch(one, b));
            CompletableFuture<@Nullable Throwable> second = attempt(() -> touch(two, a));
            Throwable victim = (Throwable) CompletableFuture.anyOf(
                            first.thenCompose(t -> t == null ? new CompletableFuture<>() : first),
                            second.thenCompose(t -> t == null ? new CompletableFuture<>() : second))
                    .join();
            one.rollback();
            two.rollback();

            assertThat(FailureCause.of(inEjb(victim))).as(victim.toString()).isEqualTo(INFRASTRUCTURE);
        }
    }

    @DatabaseTest
    void aLockTimeoutIsInfrastructure(TestDatabase database) throws SQLException {
        UUID id = insert(database);
        try (Connection one = transaction(database);
                Connection two = transaction(database);
                Statement settings = two.createStatement()) {
            touch(one, id);
            settings.execute(
                    database.kind() == DatabaseKind.H2 ? "set lock_timeout 50" : "set local lock_timeout = '50ms'");

            Throwable failure = catchThrowable(() -> touch(two, id));

            assertThat(FailureCause.of(inEjb(failure))).as(failure.toString()).isEqualTo(INFRASTRUCTURE);
            one.rollback();
            two.rollback();
        }
    }

    @DatabaseTest
    void aLostConnectionIsInfrastructure(TestDatabase database) throws SQLException {
        Throwable failure;
        if (database.kind() == DatabaseKind.POSTGRES) {
            try (Connection operator = database.dataSource().getConnection();
                    // a dead one is nothing to give back to the pool
                    Connection victim = DriverManager.getConnection(
                            operator.getMetaData().getURL(),
                            operator.getMetaData().getUserName(),
                            "")) {
                String pid;
                try (var r = victim.createStatement().executeQuery("select pg_backend_pid()")) {
                    r.next();
                    pid = r.getString(1);
                }
                operator.createStatement().execute("select pg_terminate_backend(" + pid + ")");
                failure = catchThrowable(() -> victim.createStatement().execute("select 1"));
            }
        } else {
            Connection victim = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID());
            victim.createStatement().execute("shutdown immediately");
            failure = catchThrowable(() -> victim.createStatement().execute("select 1"));
        }
        assertThat(FailureCause.of(inEjb(failure))).as(failure.toString()).isEqualTo(INFRASTRUCTURE);
    }

    @Test
    void aDatabaseThatIsDownIsInfrastructure() {
        Throwable failure = catchThrowable(() -> DriverManager.getConnection("jdbc:postgresql://127.0.0.1:1/none"));

        assertThat(FailureCause.of(new DeliveryStoreException((SQLException) failure)))
                .isEqualTo(INFRASTRUCTURE);
    }

    @DatabaseTest
    void aConcurrentChangeIsInfrastructure(TestDatabase database) {
        UUID id = insert(database);
        Throwable failure = catchThrowable(() -> database.doInTransaction(em -> {
            Object parcel = em.createQuery("select p from Parcel p where p.id = :id")
                    .setParameter("id", id)
                    .getSingleResult();
            Messages.inTransaction(database, c -> c.createStatement()
                    .executeUpdate("update proof.parcel set version = version + 1 where id = '" + id + "'"));
            em.lock(parcel, jakarta.persistence.LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        }));

        assertThat(failure).isInstanceOf(PersistenceException.class);
        assertThat(FailureCause.of(failure)).isEqualTo(INFRASTRUCTURE);
        assertThat(FailureCause.of(inEjb(failure))).isEqualTo(INFRASTRUCTURE);
        assertThat(FailureCause.of(inEjb(failure.getCause().getCause()))).isEqualTo(INFRASTRUCTURE);
    }

    @DatabaseTest
    void aUniqueViolationIsAFaultOfItsOwn(TestDatabase database) {
        UUID id = insert(database);

        Throwable failure = catchThrowable(() -> insert(database, id));

        assertThat(FailureCause.of(inEjb(failure))).isEqualTo(OTHER);
    }

    @Test
    void theBrokersFailuresAreInfrastructure() {
        assertThat(FailureCause.of(new JMSRuntimeException("closed"))).isEqualTo(INFRASTRUCTURE);
        assertThat(FailureCause.of(new EJBException(new ResourceAllocationException("full"))))
                .isEqualTo(INFRASTRUCTURE);
        assertThat(FailureCause.of(new BrokerAwayException("away", new RuntimeException())))
                .isEqualTo(INFRASTRUCTURE);
        assertThat(FailureCause.of(new UncheckedIOException(new ConnectException("refused"))))
                .isEqualTo(INFRASTRUCTURE);
        assertThat(FailureCause.of(new OutOfMemoryError())).isEqualTo(INFRASTRUCTURE);
    }

    @Test
    void bugsAndRefusalsAreFaultsOfTheirOwn() {
        Throwable json = catchThrowable(() -> Json.mapper().readTree("{"));
        assertThat(json).isInstanceOf(JsonProcessingException.class);

        assertThat(FailureCause.of(new IllegalStateException(json))).isEqualTo(OTHER);
        assertThat(FailureCause.of(new EJBException(new NullPointerException())))
                .isEqualTo(OTHER);
        assertThat(FailureCause.of(Refusal.conflict("work-order-closed"))).isEqualTo(OTHER);
        assertThat(FailureCause.of(new StackOverflowError())).isEqualTo(OTHER);
        RuntimeException circle = new RuntimeException();
        circle.initCause(new RuntimeException(circle));
        assertThat(FailureCause.of(circle)).isEqualTo(OTHER);
    }

    @Test
    void aContractViolationWinsOverEverythingAroundIt() {
        assertThat(FailureCause.of(new EJBException(new ContractViolationException("x", "y"))))
                .isEqualTo(CONTRACT);
        assertThat(FailureCause.of(new UnreadableMessageException("x", "y"))).isEqualTo(CONTRACT);
    }

    private static Throwable inEjb(Throwable failure) {
        Exception cause = failure instanceof Exception e ? e : new RuntimeException(failure);
        return new EJBTransactionRolledbackException("rolled back", new EJBException(new RuntimeException(cause)));
    }

    private static UUID insert(TestDatabase database) {
        return insert(database, UUID.randomUUID());
    }

    private static UUID insert(TestDatabase database, UUID id) {
        return Messages.inTransaction(database, c -> {
            c.createStatement().executeUpdate("insert into proof.parcel (id, version) values ('" + id + "', 1)");
            return id;
        });
    }

    private static Connection transaction(TestDatabase database) throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void touch(Connection connection, UUID id) throws SQLException {
        connection
                .createStatement()
                .executeUpdate("update proof.parcel set version = version + 1 where id = '" + id + "'");
    }

    private interface Attempt {
        void run() throws SQLException;
    }

    private static CompletableFuture<@Nullable Throwable> attempt(Attempt attempt) {
        return CompletableFuture.<@Nullable Throwable>supplyAsync(() -> {
                    try {
                        attempt.run();
                        return null;
                    } catch (SQLException e) {
                        return e;
                    }
                })
                .exceptionally(t -> t instanceof CompletionException ? t.getCause() : t);
    }
}
