package io.orderfield.it.support;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps a server busy while tests run, when the build says {@code -Dit.load=true}: people who read lists one after the other,
 * and now and then an order that is approved. It ends by itself.
 */
final class Load implements AutoCloseable {
    private static final int READERS = 3;
    private static final int PAUSE_MS = 100;
    private static final int MOST_REQUESTS = 50_000;
    private static final int ONE_ORDER_IN = 40;
    private static final List<String> LISTS =
            List.of("/customer-orders", "/domain-orders", "/work-orders", "/dispatch/tasks", "/fallouts");

    private final ScheduledExecutorService people = Executors.newScheduledThreadPool(READERS, work -> {
        Thread thread = new Thread(work, "load");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger requests = new AtomicInteger();
    private final Api api;
    private final OrderDesk desk;

    private Load(Api api) {
        this.api = api;
        desk = new OrderDesk(api);
        for (int reader = 0; reader < READERS; reader++) {
            people.scheduleWithFixedDelay(this::ask, 0, PAUSE_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** Begins, when the build asks for it. */
    static Optional<Load> on(Api api) {
        return Boolean.getBoolean("it.load") ? Optional.of(new Load(api)) : Optional.empty();
    }

    private void ask() {
        int request = requests.incrementAndGet();
        if (request > MOST_REQUESTS) {
            people.shutdown();
            return;
        }
        try {
            if (request % ONE_ORDER_IN == 0) {
                order();
            } else {
                api.as("dispatcher").queryParam("size", 50).get(LISTS.get(request % LISTS.size()));
            }
        } catch (Exception | AssertionError unanswered) {
            // a server that refuses, or is late, has load enough; who asks here asks again
        }
    }

    private void order() {
        String account = desk.accountWithLocations(1);
        desk.approved(desk.order(
                account,
                List.of(desk.item("SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1))));
    }

    @Override
    public void close() {
        people.shutdown();
    }
}
