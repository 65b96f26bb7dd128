package io.orderfield.web.sync;

import io.orderfield.fsm.messaging.FsmSideService;
import io.orderfield.messaging.delivery.SideFigures;
import io.orderfield.om.messaging.OmSideService;
import io.orderfield.om.messaging.OutsideQueueWatch;
import io.orderfield.om.messaging.QueueDepths;
import io.orderfield.om.messaging.SubscriptionWatch;
import io.orderfield.om.sync.ReconciliationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Puts together what both sides, the queues and the reconciliation tell. */
@ApplicationScoped
public class SyncMonitor {
    @Inject
    OmSideService orderManagement;

    @Inject
    FsmSideService fieldService;

    @Inject
    QueueDepths queues;

    @Inject
    OutsideQueueWatch outsideQueues;

    @Inject
    SubscriptionWatch subscriptions;

    @Inject
    ReconciliationService reconciliations;

    @Inject
    Clock clock;

    /** How it is now. For administrators; the services check it. */
    public SyncRecord now() {
        QueueDepths.Depths depths = queues.depths();
        SubscriptionWatch.Seen seen = subscriptions.seen();
        List<String> stuck = Objects.requireNonNullElse(outsideQueues.stuck(), List.of());
        return new SyncRecord(
                List.of(side("om", orderManagement.figures()), side("fsm", fieldService.figures())),
                depths == null
                        ? List.of()
                        : depths.byQueue().entrySet().stream()
                                .map(q ->
                                        new SyncRecord.QueueDepth(q.getKey(), q.getValue(), stuck.contains(q.getKey())))
                                .toList(),
                depths == null ? null : depths.at(),
                seen == null
                        ? List.of()
                        : seen.subscriptions().stream()
                                .map(SyncRecord.Subscription::of)
                                .toList(),
                depths == null ? 0 : depths.deadLetters(),
                reconciliations.newest().orElse(null));
    }

    private SyncRecord.Side side(String name, SideFigures figures) {
        return new SyncRecord.Side(
                name,
                figures.outboxDepth(),
                figures.outboxFailed(),
                figures.outboxOldest(),
                age(figures.outboxOldest(), clock.instant()),
                sum(figures, SideFigures.Node::redeliveries),
                sum(figures, SideFigures.Node::duplicates),
                SyncRecord.Lag.of(figures.lagNow()),
                figures.lagPerMinute().stream().map(SyncRecord.Lag::of).toList(),
                figures.nodes());
    }

    static long sum(SideFigures figures, ToLongFunction<SideFigures.Node> counter) {
        return figures.nodes().stream().mapToLong(counter).sum();
    }

    static long age(@Nullable Instant since, Instant now) {
        return since == null ? 0 : Math.max(0, Duration.between(since, now).toSeconds());
    }
}
