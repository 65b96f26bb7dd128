package io.orderfield.om.user;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashing a password is slow on purpose. At most as many are at work as there are processors, so that attempts to sign in,
 * however many, leave something for everybody else; the rest wait a little, in the order in which they came, or are told
 * to come again.
 */
class PasswordWork {
    private static final int MOST_WAITING = 50;

    private final Semaphore places;
    private final Duration patience;

    PasswordWork(int atOnce, Duration patience) {
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** @throws TooBusyException when there was no place in time: nothing was done */
    <T> T run(Supplier<T> work) {
        if (places.getQueueLength() >= MOST_WAITING || !entered()) {
            throw new TooBusyException();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean entered() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
