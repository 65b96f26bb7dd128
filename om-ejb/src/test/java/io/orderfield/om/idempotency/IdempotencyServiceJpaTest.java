package io.orderfield.om.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.kernel.Injected;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

@WithDatabase(schemas = "om", unit = "om")
class IdempotencyServiceJpaTest {
    private static final String PATH = "/customer-orders";
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final String key = UUID.randomUUID().toString();

    @DatabaseTest
    void givesTheFirstAnswerAgain(TestDatabase database) {
        StoredAnswer first =
                new StoredAnswer(201, "/customer-orders/ORD1", "\"1\"", "{\"a\":\"" + "x".repeat(2_000_000) + "\"}");
        Optional<StoredAnswer> begun = in(database, NOW, service -> {
            Optional<StoredAnswer> known = service.begin("agent", PATH, key, "hash");
            service.complete("agent", PATH, key, 201, first.location(), first.etag(), first.body());
            return known;
        });
        assertThat(begun).isEmpty();

        assertThat(begin(database, NOW, "agent", PATH, "hash")).contains(first);
    }

    @DatabaseTest
    void belongsToUserAndPath(TestDatabase database) {
        decide(database, NOW);
        assertThat(begin(database, NOW, "manager", PATH, "hash")).isEmpty();
        assertThat(begin(database, NOW, "agent", PATH + "/x", "hash")).isEmpty();
    }

    @DatabaseTest
    void refusesAnotherBody(TestDatabase database) {
        decide(database, NOW);
        assertThatThrownBy(() -> begin(database, NOW, "agent", PATH, "other"))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("idempotency-key-reused"));
    }

    @DatabaseTest
    void leavesTheKeyFreeWhenTheDecisionFails(TestDatabase database) {
        assertThatThrownBy(() -> in(database, NOW, service -> {
                    service.begin("agent", PATH, key, "hash");
                    throw Refusal.conflict("wrong-state");
                }))
                .isInstanceOf(Refusal.class);
        assertThat(begin(database, NOW, "agent", PATH, "another body")).isEmpty();
    }

    @DatabaseTest
    void forgetsAfterADay(TestDatabase database) {
        decide(database, NOW);
        Instant later = NOW.plus(Duration.ofHours(24)).plusMillis(1);
        assertThat(begin(database, later, "agent", PATH, "other")).isEmpty();
    }

    @DatabaseTest
    void refusesARepeatWhileTheFirstStillRuns(TestDatabase database) throws Exception {
        IdempotencyService[] shared = new IdempotencyService[1];
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Registry registry = new Registry();
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> database.doInTransaction(em -> {
            shared[0] = Injected.into(new IdempotencyService(), em, registry.proxy(), Clock.fixed(NOW, ZoneOffset.UTC));
            shared[0].begin("agent", PATH, key, "hash");
            begun.countDown();
            await(goOn);
        }));
        begun.await();
        assertThatThrownBy(() -> shared[0].begin("agent", PATH, key, "hash"))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("idempotency-key-in-use"));
        goOn.countDown();
        first.join();
        registry.complete();
    }

    @DatabaseTest
    void anotherNodeWaitsAndThenGivesTheAnswer(TestDatabase database) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> in(database, NOW, service -> {
            service.begin("agent", PATH, key, "hash");
            begun.countDown();
            service.complete("agent", PATH, key, 200, null, null, "{}");
            return null;
        }));
        begun.await();

        assertThat(begin(database, NOW, "agent", PATH, "hash")).contains(new StoredAnswer(200, null, null, "{}"));
        first.join();
    }

    @DatabaseTest
    void refusesBlankAndEndlessKeys(TestDatabase database) {
        for (String wrong : List.of(" ", "k".repeat(201))) {
            assertThatThrownBy(() -> in(database, NOW, service -> service.begin("agent", PATH, wrong, "hash")))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.code()).isEqualTo("invalid-idempotency-key"));
        }
    }

    @DatabaseTest
    void remembersSuccessesOnlyAndOnlyOfClaimedKeys(TestDatabase database) {
        assertThatThrownBy(() -> in(database, NOW, service -> {
                    service.complete("agent", PATH, key, 409, null, null, "{}");
                    return null;
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> in(database, NOW, service -> {
                    service.complete("agent", PATH, key, 200, null, null, "{}");
                    return null;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private void decide(TestDatabase database, Instant at) {
        in(database, at, service -> {
            service.begin("agent", PATH, key, "hash");
            service.complete("agent", PATH, key, 200, null, null, "{}");
            return null;
        });
    }

    private Optional<StoredAnswer> begin(TestDatabase database, Instant at, String user, String path, String hash) {
        return in(database, at, service -> service.begin(user, path, key, hash));
    }

    /** Each call is a node of its own: it shares nothing with the others but the database. */
    private static <T> T in(TestDatabase database, Instant at, Function<IdempotencyService, T> work) {
        return database.inTransaction((EntityManager em) -> work.apply(
                Injected.into(new IdempotencyService(), em, new Registry().proxy(), Clock.fixed(at, ZoneOffset.UTC))));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps synchronizations until the test completes the transaction. */
    private static final class Registry {
        private final List<Synchronization> synchronizations = new ArrayList<>();

        TransactionSynchronizationRegistry proxy() {
            return (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                    Registry.class.getClassLoader(),
                    new Class<?>[] {TransactionSynchronizationRegistry.class},
                    (proxy, method, arguments) -> {
                        if (!method.getName().equals("registerInterposedSynchronization")) {
                            throw new UnsupportedOperationException(method.getName());
                        }
                        synchronizations.add((Synchronization) arguments[0]);
                        return null;
                    });
        }

        void complete() {
            synchronizations.forEach(s -> s.afterCompletion(Status.STATUS_COMMITTED));
        }
    }
}
