package io.orderfield.om.customerorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Injected;
import jakarta.ejb.Schedule;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The order's roll-up: after the commit, in a transaction of its own, and swept at the start. */
class OrderRollUpTriggerTest {
    private static final UUID ORDER = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final Queue<Runnable> elsewhere = new ArrayDeque<>();
    private final List<UUID> behind = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();
    private final OrderRollUpTrigger trigger =
            Injected.into(new OrderRollUpTrigger(), anotherThread(), new OrderRollUp() {
                @Override
                public void recount(UUID order, String by) {
                    if (order.equals(failing)) {
                        throw new IllegalStateException("the database is away");
                    }
                    counted.add(order + " " + by);
                    behind.remove(order);
                }

                @Override
                public List<UUID> behind() {
                    return List.copyOf(behind);
                }
            });

    private UUID failing;

    @Test
    void orderIsCountedInAnotherThreadForWhoeverEndedItsItem() {
        trigger.lineItemClosed(new LineItemClosed(ORDER, UUID.randomUUID(), "manager"));
        assertThat(counted).as("not in the thread of the commit").isEmpty();

        runElsewhere();

        assertThat(counted).containsExactly(ORDER + " manager");
    }

    @Test
    void orderIsCountedOnlyAfterTheCommit() throws NoSuchMethodException {
        Observes observes = (Observes) OrderRollUpTrigger.class.getMethod("lineItemClosed", LineItemClosed.class)
                .getParameterAnnotations()[0][0];

        assertThat(observes.during()).isEqualTo(TransactionPhase.AFTER_SUCCESS);
    }

    @Test
    void eachOrderIsCountedInATransactionOfItsOwn() throws NoSuchMethodException {
        assertThat(OrderRollUp.class
                        .getMethod("recount", UUID.class, String.class)
                        .getAnnotation(TransactionAttribute.class)
                        .value())
                .isEqualTo(TransactionAttributeType.REQUIRES_NEW);
        assertThat(OrderRollUpTrigger.class
                        .getAnnotation(TransactionAttribute.class)
                        .value())
                .isEqualTo(TransactionAttributeType.NOT_SUPPORTED);
    }

    @Test
    void startSweepsTheOrdersThatACrashLeftBehindTheirItems() {
        behind.addAll(List.of(ORDER, OTHER));

        trigger.start();
        runElsewhere();

        assertThat(counted).containsExactly(ORDER + " system", OTHER + " system");
    }

    @Test
    void orderThatCouldNotBeCountedIsFoundByTheNextSweep() throws NoSuchMethodException {
        behind.addAll(List.of(ORDER, OTHER));
        failing = ORDER;
        trigger.sweep();
        assertThat(counted).as("the others are counted all the same").containsExactly(OTHER + " system");

        failing = null;
        trigger.sweep();

        assertThat(counted).containsExactly(OTHER + " system", ORDER + " system");
        Schedule schedule = OrderRollUpTrigger.class.getMethod("sweep").getAnnotation(Schedule.class);
        assertThat(List.of(schedule.hour(), schedule.minute())).containsExactly("*", "*");
    }

    private void runElsewhere() {
        while (!elsewhere.isEmpty()) {
            elsewhere.remove().run();
        }
    }

    /** What is handed to it waits until the test lets it run. */
    private ManagedExecutorService anotherThread() {
        return (ManagedExecutorService) Proxy.newProxyInstance(
                ManagedExecutorService.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> {
                    elsewhere.add((Runnable) arguments[0]);
                    return null;
                });
    }
}
