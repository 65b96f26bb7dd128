package io.orderfield.web.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallsAtWorkTest {
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void letsSoManyWorkAndTheNextWaitInVain() throws Exception {
        CallsAtWork calls = calls(2, Duration.ofMillis(50));
        assertThat(calls.enter("anna")).isTrue();
        assertThat(calls.enter("anna")).isTrue();
        assertThat(calls.enter("anna")).isFalse();
        assertThat(calls.enter("bert")).isTrue();
    }

    @Test
    void servesWhoWaitsInTheOrderInWhichTheyCame() throws Exception {
        CallsAtWork calls = calls(1, Duration.ofMinutes(1));
        calls.enter("anna");
        List<Integer> order = new CopyOnWriteArrayList<>();
        List<Future<?>> waiting = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 10; i++) {
            int number = i;
            waiting.add(callers.submit(() -> {
                assertThat(calls.enter("anna")).isTrue();
                order.add(number);
                calls.leave("anna");
                return null;
            }));
            await().until(() -> calls.waiting("anna") == number + 1);
        }
        calls.leave("anna");
        for (Future<?> caller : waiting) {
            caller.get();
        }
        assertThat(order).isSorted().hasSize(10);
    }

    @Test
    void refusesAtOnceWhenTooManyWait() throws Exception {
        CallsAtWork calls = calls(1, Duration.ofMinutes(1));
        calls.enter("anna");
        for (int i = 0; i < CallsAtWork.MOST_WAITING; i++) {
            callers.submit(() -> calls.enter("anna"));
        }
        await().until(() -> calls.waiting("anna") == CallsAtWork.MOST_WAITING);
        assertThat(CompletableFuture.supplyAsync(() -> enter(calls), callers))
                .succeedsWithin(Duration.ofSeconds(5))
                .isEqualTo(false);
    }

    @Test
    void forgetsWhoHasNoCallAnyMore() throws Exception {
        CallsAtWork calls = calls(1, Duration.ofMillis(1));
        calls.enter("anna");
        calls.enter("anna");
        calls.enter("bert");
        calls.leave("anna");
        calls.leave("bert");
        assertThat(calls.size()).isZero();
        assertThat(calls.enter("anna")).isTrue();
    }

    @Test
    void hasNoLimitWhenSwitchedOff() throws Exception {
        CallsAtWork calls = calls(0, Duration.ofMillis(1));
        for (int i = 0; i < 100; i++) {
            assertThat(calls.enter("anna")).isTrue();
        }
    }

    private static CallsAtWork calls(int most, Duration patience) {
        CallsAtWork calls = new CallsAtWork(most);
        calls.patience = patience;
        return calls;
    }

    private static boolean enter(CallsAtWork calls) {
        try {
            return calls.enter("anna");
        } catch (InterruptedException e) {
            return true;
        }
    }
}
