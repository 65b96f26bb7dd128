package io.orderfield.it.support;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps a server busy while tests run, when the build says {@code -Dit.load=true}: people who read lists without a pause and
 * orders that are approved. It ends by itself.
 */
final class Load implements AutoCloseable {
    private static final int READERS = 3;
    private static final int MOST_REQUESTS = 200_000;
    private static final int MOST_ORDERS = 500;
    private static final int ONE_ORDER_IN = 40;
    private static final Duration LONGEST = Duration.ofMinutes(40);
    private static final List<String> LISTS =
            List.of("/customer-orders", "/domain-orders", "/work-orders", "/work-order-tasks", "/fallouts");

    private final ExecutorService people = Executors.newFixedThreadPool(READERS, work -> {
        Thread thread = new Thread(work, "load");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger orders = new AtomicInteger();
    private final Instant end = Instant.now().plus(LONGEST);
    private final Api api;

    private Load(Api api) {
        this.api = api;
        for (int reader = 0; reader < READERS; reader++) {
            people.execute(this::read);
        }
    }

    /** Begins, when the build asks for it. */
    static AutoCloseable on(Api api) {
        return Boolean.getBoolean("it.load") ? new Load(api) : () -> {};
    }

    private void read() {
        OrderDesk desk = new OrderDesk(api);
        while (!people.isShutdown() && Instant.now().isBefore(end)) {
            int request = requests.incrementAndGet();
            if (request > MOST_REQUESTS) {
                return;
            }
            if (request % ONE_ORDER_IN == 0 && orders.incrementAndGet() <= MOST_ORDERS) {
                order(desk);
            }
            api.as("viewer").queryParam("size", 50).get(LISTS.get(request % LISTS.size()));
        }
    }

    private static void order(OrderDesk desk) {
        try {
            String account = desk.accountWithLocations(1);
            desk.approved(desk.order(
                    account,
                    List.of(desk.item("SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1))));
        } catch (AssertionError refused) {
            // a server that refuses some of it is busy as well
        }
    }

    @Override
    public void close() {
        people.shutdown();
    }
}
