package io.orderfield.web.sync;

import io.orderfield.fsm.messaging.FsmSide;
import io.orderfield.messaging.delivery.SideFigures;
import io.orderfield.om.messaging.OmSide;
import io.orderfield.om.messaging.OutsideQueueWatch;
import io.orderfield.om.messaging.QueueDepths;
import io.orderfield.om.messaging.SubscriptionWatch;
import io.orderfield.om.sync.ReconciliationSchedule;
import io.orderfield.om.sync.ReconciliationView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/** What alarms watch. Each value was read by the nodes themselves within the last 15 seconds: a scrape asks nobody. */
@ApplicationScoped
public class SyncMetrics {
    @Inject
    MetricRegistry metrics;

    @Inject
    OmSide orderManagement;

    @Inject
    FsmSide fieldService;

    @Inject
    QueueDepths queues;

    @Inject
    OutsideQueueWatch outsideQueues;

    @Inject
    SubscriptionWatch subscriptions;

    @Inject
    ReconciliationSchedule reconciliations;

    @Inject
    Clock clock;

    void register(@Observes @Initialized(ApplicationScoped.class) Object started) {
        side("om", orderManagement::latestFigures);
        side("fsm", fieldService::latestFigures);
        gauge(
                "orderfield_sync_dead_letters",
                "Messages in the dead letter queue, up to 1,000",
                () -> queues.depths(),
                QueueDepths.Depths::deadLetters);
        for (String queue : new String[] {
            "fsm.work-order-commands", "om.work-order-events", "om.partner-orders", "fsm.partner-updates"
        }) {
            gauge(
                    "orderfield_sync_queue_depth",
                    "Messages that wait in a queue, up to 1,000",
                    () -> queues.depths(),
                    depths -> depths.byQueue().getOrDefault(queue, 0),
                    new Tag("queue", queue));
        }
        gauge(
                "orderfield_sync_outside_queues_stuck",
                "Queues of outside applications that are not worked off",
                () -> outsideQueues.stuck(),
                List::size);
        gauge(
                "orderfield_sync_queues_age_seconds",
                "How long ago the broker last told how deep the queues are",
                () -> queues.depths(),
                depths -> SyncMonitor.age(depths.at(), clock.instant()));
        gauge(
                "orderfield_sync_subscriptions_behind",
                "Subscriptions of outside applications that are too far behind",
                () -> subscriptions.seen(),
                seen -> seen.behind().size());
        gauge(
                "orderfield_sync_subscription_messages",
                "Events that the subscription which is farthest behind has not read",
                () -> subscriptions.seen(),
                seen -> seen.subscriptions().stream()
                        .mapToLong(SubscriptionWatch.Watched::messages)
                        .max()
                        .orElse(0));
        gauge(
                "orderfield_reconciliation_age_seconds",
                "How long ago the newest reconciliation began",
                () -> reconciliations.newest(),
                newest -> SyncMonitor.age(newest.startedAt(), clock.instant()));
        gauge(
                "orderfield_reconciliation_differences",
                "Differences that the newest reconciliation confirmed",
                () -> reconciliations.newest(),
                ReconciliationView::confirmed);
        gauge(
                "orderfield_reconciliation_failed",
                "1 when the newest reconciliation got no answer from Field Service",
                () -> reconciliations.newest(),
                newest -> newest.state().equals("FAILED") ? 1 : 0);
    }

    private void side(String side, Supplier<@Nullable SideFigures> figures) {
        Tag tag = new Tag("side", side);
        gauge("orderfield_sync_outbox_depth", "Messages that wait to be sent", figures, SideFigures::outboxDepth, tag);
        gauge(
                "orderfield_sync_outbox_failed",
                "Messages that were given up and wait for a person",
                figures,
                SideFigures::outboxFailed,
                tag);
        gauge(
                "orderfield_sync_outbox_oldest_seconds",
                "Age of the oldest message in the outbox",
                figures,
                f -> SyncMonitor.age(f.outboxOldest(), clock.instant()),
                tag);
        gauge(
                "orderfield_sync_lag_p50_seconds",
                "From decision to worked off, median of the last two minutes",
                figures,
                f -> f.lagNow().p50() / 1000.0,
                tag);
        gauge(
                "orderfield_sync_lag_p99_seconds",
                "From decision to worked off, 99th percentile of the last two minutes",
                figures,
                f -> f.lagNow().p99() / 1000.0,
                tag);
        gauge(
                "orderfield_sync_redeliveries",
                "Messages that the broker delivered again, since the nodes started",
                figures,
                f -> SyncMonitor.sum(f, SideFigures.Node::redeliveries),
                tag);
        gauge(
                "orderfield_sync_duplicates",
                "Messages that had been worked off before, since the nodes started",
                figures,
                f -> SyncMonitor.sum(f, SideFigures.Node::duplicates),
                tag);
        gauge(
                "orderfield_sync_nodes",
                "Nodes that reported lately",
                figures,
                f -> f.nodes().stream().filter(SideFigures.Node::alive).count(),
                tag);
    }

    private <T> void gauge(
            String name, String description, Supplier<@Nullable T> source, ToDoubleFunction<T> value, Tag... tags) {
        Metadata metadata =
                Metadata.builder().withName(name).withDescription(description).build();
        metrics.gauge(metadata, source, s -> read(s, value), tags);
    }

    private static <T> Double read(Supplier<@Nullable T> source, ToDoubleFunction<T> value) {
        T known = source.get();
        return known == null ? Double.NaN : value.applyAsDouble(known); // not known yet: no number at all
    }
}
