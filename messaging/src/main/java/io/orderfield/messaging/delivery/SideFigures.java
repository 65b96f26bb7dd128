package io.orderfield.messaging.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one side delivers and receives, over all of its nodes.
 *
 * @param outboxDepth messages that wait to be sent; no more than {@link FiguresStore#MOST_COUNTED} are counted
 * @param outboxFailed messages that were given up and wait for a person
 * @param outboxOldest when the oldest waiting message was decided, or null
 * @param lagNow lag of the last two minutes
 * @param lagPerMinute lag of each minute of the last hour, oldest first; minutes without a message are left out
 * @param nodes the nodes that reported within the last hour, by name
 */
public record SideFigures(
        long outboxDepth,
        long outboxFailed,
        @Nullable Instant outboxOldest,
        Lag lagNow,
        List<Lag> lagPerMinute,
        List<Node> nodes) {
    public SideFigures {
        lagPerMinute = List.copyOf(lagPerMinute);
        nodes = List.copyOf(nodes);
    }

    /**
     * From the sender's decision until the receiver had worked the message off.
     *
     * @param minute the first instant of the time that it is about
     * @param messages how many were worked off; the others are 0 when there was none
     * @param p50 milliseconds
     * @param p95 milliseconds
     * @param p99 milliseconds
     * @param max milliseconds
     */
    public record Lag(Instant minute, long messages, long p50, long p95, long p99, long max) {}

    /**
     * One node; counters since its start.
     *
     * @param alive whether it reported lately
     * @param workedOff messages received and worked off
     * @param redeliveries messages that the broker delivered again
     * @param duplicates messages that had been worked off before and changed nothing
     * @param deadLetters messages that went to the dead letter queue
     */
    public record Node(
            String name,
            boolean alive,
            Instant startedAt,
            Instant seenAt,
            long workedOff,
            long redeliveries,
            long duplicates,
            long deadLetters) {}
}
