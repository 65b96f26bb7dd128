package io.orderfield.messaging.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Works off message ids in the order in which they came, one batch after the other, with at most one task at a time. */
final class Lane {
    private final Queue<UUID> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private final Executor executor;
    private final int batch;
    private final Consumer<List<UUID>> work;

    Lane(Executor executor, int batch, Consumer<List<UUID>> work) {
        this.executor = executor;
        this.batch = batch;
        this.work = work;
    }

    void add(UUID id) {
        waiting.add(id);
        start();
    }

    private void start() {
        if (running.compareAndSet(false, true)) {
            try {
                executor.execute(this::run);
            } catch (RejectedExecutionException e) {
                // the server stops or is full: the sweep sends these
                waiting.clear();
                running.set(false);
            }
        }
    }

    private void run() {
        try {
            List<UUID> ids;
            do {
                ids = next();
                if (!ids.isEmpty()) {
                    work.accept(ids);
                }
            } while (ids.size() == batch);
        } finally {
            running.set(false);
            // some may have come since: another task, so that they gather where the executor takes its time
            if (!waiting.isEmpty()) {
                start();
            }
        }
    }

    private List<UUID> next() {
        List<UUID> ids = new ArrayList<>();
        while (ids.size() < batch) {
            UUID id = waiting.poll();
            if (id == null) {
                break;
            }
            ids.add(id);
        }
        return ids;
    }
}
