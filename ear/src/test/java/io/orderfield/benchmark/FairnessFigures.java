package io.orderfield.benchmark;

import io.orderfield.it.support.LibertyProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** What an agent feels of a partner that has sixteen calls under way all the time, with the limits as they are delivered. */
final class FairnessFigures {
    private static final int PARALLEL = 16;
    private static final int WARM_UP = 300;
    private static final int CALLS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String LIST = "/customer-orders?size=20";

    /** A refused call is made again after as long as the answer says. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private FairnessFigures() {}

    static void take(LibertyProcess server) {
        KeepAliveClient agent = new KeepAliveClient(server.address(), "agent");
        KeepAliveClient partner = new KeepAliveClient(server.address(), "partner");
        medianOf(agent, WARM_UP);
        double alone = medianOf(agent, CALLS);

        AtomicBoolean running = new AtomicBoolean(true);
        AtomicInteger served = new AtomicInteger();
        List<CompletableFuture<Void>> calls = new ArrayList<>();
        for (int i = 0; i < PARALLEL; i++) {
            calls.add(repeat(partner, running, served));
        }
        double beside;
        try {
            beside = medianOf(agent, CALLS);
        } finally {
            running.set(false);
        }
        CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new))
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        Figures.row("an agent's list alone, p50", alone, "ms", "-");
        Figures.row("the same beside a partner's 16 parallel calls, p50", beside, "ms", "-");
        Figures.row("calls of the partner that were served meanwhile", served.get(), "", "-");
        Figures.judged("the agent's median beside the partner to its median alone", beside / alone, "", 2, true);
    }

    private static double medianOf(KeepAliveClient client, int calls) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            long begin = System.nanoTime();
            client.list(LIST);
            millis.add(Figures.seconds(begin) * 1000);
        }
        return Figures.percentile(millis, 50);
    }

    private static CompletableFuture<Void> repeat(KeepAliveClient client, AtomicBoolean running, AtomicInteger served) {
        return client.send("GET", LIST, "", "0".repeat(31) + "1")
                .handle((answer, refused) -> refused == null)
                .thenCompose(good -> {
                    if (good) {
                        served.incrementAndGet();
                    }
                    if (!running.get()) {
                        return CompletableFuture.completedFuture(null);
                    }
                    return good
                            ? repeat(client, running, served)
                            : CompletableFuture.runAsync(() -> {}, LATER)
                                    .thenCompose(waited -> repeat(client, running, served));
                });
    }
}
