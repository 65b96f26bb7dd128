package io.orderfield.messaging.delivery;

import static io.orderfield.messaging.delivery.Messages.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.MovableClock;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@WithDatabase(schemas = "proof")
class SideTest {
    private final List<Synchronization> registered = new ArrayList<>();
    private final Map<Object, Object> resources = new HashMap<>();
    private final List<OutgoingMessage> dispatched = new ArrayList<>();
    private final RequestEntries message = new RequestEntries(UUID.randomUUID(), 3);

    @DatabaseTest
    void writesRightBeforeTheCommitAndDispatchesAfterIt(TestDatabase database) {
        database.clear();
        Side side = side(database);
        side.send("q", message, "SO1", "ORD1");
        side.publish("t", message, null, null);

        assertThat(registered).hasSize(1);
        assertThat(rows(database)).isZero();
        registered.get(0).beforeCompletion();
        assertThat(rows(database)).isEqualTo(2);
        assertThat(dispatched).isEmpty();
        registered.get(0).afterCompletion(Status.STATUS_COMMITTED);
        assertThat(dispatched).extracting(OutgoingMessage::destination).containsExactly("q", "t");
        assertThat(dispatched.get(0).id()).isLessThan(dispatched.get(1).id());
        assertThat(dispatched.get(0).type()).isEqualTo("RequestEntries.v1");
    }

    @DatabaseTest
    void forgetsARollback(TestDatabase database) {
        database.clear();
        side(database).send("q", message, "SO1", "ORD1");

        registered.get(0).afterCompletion(Status.STATUS_ROLLEDBACK);

        assertThat(dispatched).isEmpty();
        assertThat(rows(database)).isZero();
    }

    @DatabaseTest
    void carriesTheTraceOn(TestDatabase database) {
        Side side = side(database);
        TraceContext.run("00-aa-bb-01", () -> side.send("q", message, "SO1", "ORD1"));

        registered.get(0).afterCompletion(Status.STATUS_COMMITTED);
        assertThat(dispatched).extracting(OutgoingMessage::traceparent).containsExactly("00-aa-bb-01");
    }

    @DatabaseTest
    void refusesARecordThatIsNoMessage(TestDatabase database) {
        record Stranger(String name) {}

        assertThatThrownBy(() -> side(database).send("q", new Stranger("x"), null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(registered).isEmpty();
    }

    private Side side(TestDatabase database) {
        TransactionSynchronizationRegistry registry = (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getResource" -> resources.get(args[0]);
                    case "putResource" -> resources.put(args[0], args[1]);
                    case "registerInterposedSynchronization" -> registered.add((Synchronization) args[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return new Side("proof", database.dataSource(), registry, new MovableClock()) {
            @Override
            void dispatch(List<OutgoingMessage> messages) {
                dispatched.addAll(messages);
            }
        };
    }
}
