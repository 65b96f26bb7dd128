package io.orderfield.om.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PasswordWorkTest {
    @Test
    void turnsAwayWhomItCantServeInTimeAndServesTheNextWhenAPlaceIsFree() throws Exception {
        PasswordWork work = new PasswordWork(1, Duration.ofMillis(50));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> first = other.submit(() -> work.run(() -> {
                begun.countDown();
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return true;
            }));
            begun.await();
            assertThatThrownBy(() -> work.run(() -> true)).isInstanceOf(TooBusyException.class);
            mayEnd.countDown();
            assertThat(first.get()).isTrue();
            assertThat(work.<Boolean>run(() -> true)).isTrue();
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void freesThePlaceOfWorkThatFails() {
        PasswordWork work = new PasswordWork(1, Duration.ZERO);
        assertThatThrownBy(() -> work.run(() -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(work.<Boolean>run(() -> true)).isTrue();
    }
}
