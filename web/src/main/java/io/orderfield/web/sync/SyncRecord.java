package io.orderfield.web.sync;

import io.orderfield.messaging.delivery.SideFigures;
import io.orderfield.om.messaging.SubscriptionWatch;
import io.orderfield.om.sync.ReconciliationView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How Order Management and Field Service Management keep in step.
 *
 * @param sides Order Management and Field Service Management
 * @param queues how deep the queues are
 * @param queuesSeenAt when somebody looked at the queues; null while the broker has not answered since the start
 * @param subscriptions what outside applications have not read, those that are too far behind first; the first 200
 * @param deadLetters messages that nobody could work off
 * @param lastReconciliation the newest reconciliation, null before the first
 */
@Schema(name = "Sync")
public record SyncRecord(
        List<Side> sides,
        List<QueueDepth> queues,
        @Nullable Instant queuesSeenAt,
        List<Subscription> subscriptions,
        int deadLetters,
        @Nullable ReconciliationView lastReconciliation) {

    /**
     * How deep a queue is.
     *
     * @param depth messages that wait; 1,000 means that or more
     * @param stuck whether it is one of outside applications that nobody reads, or of which nothing is worked off
     */
    @Schema(name = "QueueDepth")
    public record QueueDepth(String queue, int depth, boolean stuck) {}

    /**
     * A subscription of an outside application.
     *
     * @param consumers clients that read it now
     * @param messages events that it has not read
     * @param oldest when the oldest of them was sent, null when there is none
     * @param behind whether that is too many, or too old: beyond the broker's limits events are lost to it
     */
    @Schema(name = "Subscription")
    public record Subscription(
            String topic,
            String name,
            int consumers,
            long messages,
            @Nullable Instant oldest,
            boolean behind) {
        static Subscription of(SubscriptionWatch.Watched s) {
            return new Subscription(s.topic(), s.name(), s.consumers(), s.messages(), s.since(), s.behind());
        }
    }

    /**
     * One side, over all of its nodes.
     *
     * @param side om or fsm
     * @param outboxDepth messages that wait to be sent; 100,000 means that or more
     * @param outboxFailed messages that were given up and wait for a person
     * @param outboxOldest when the oldest message in the outbox was decided
     * @param outboxOldestSeconds how old that is
     * @param redeliveries messages that the broker delivered again, since the nodes started
     * @param duplicates messages that had been worked off before and changed nothing, since the nodes started
     * @param lag from the sender's decision until the message is worked off, in the last two minutes
     * @param lagPerMinute the same for each minute of the last hour that had messages
     */
    @Schema(name = "SyncSide")
    public record Side(
            String side,
            long outboxDepth,
            long outboxFailed,
            @Nullable Instant outboxOldest,
            long outboxOldestSeconds,
            long redeliveries,
            long duplicates,
            Lag lag,
            List<Lag> lagPerMinute,
            List<SideFigures.Node> nodes) {}

    /**
     * From the sender's decision until the message was worked off.
     *
     * @param since the first instant of the time that it is about
     * @param messages how many there were
     * @param p50 milliseconds
     * @param p95 milliseconds
     * @param p99 milliseconds
     * @param max milliseconds
     */
    @Schema(name = "SyncLag")
    public record Lag(Instant since, long messages, long p50, long p95, long p99, long max) {
        static Lag of(SideFigures.Lag lag) {
            return new Lag(lag.minute(), lag.messages(), lag.p50(), lag.p95(), lag.p99(), lag.max());
        }
    }
}
