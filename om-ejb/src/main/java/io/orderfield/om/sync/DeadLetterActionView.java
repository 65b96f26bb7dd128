package io.orderfield.om.sync;

import io.orderfield.kernel.Sentence;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a dead letter.
 *
 * @param kind REPLAY or DISCARD
 * @param requestedBy user name
 * @param reason why it was discarded; null for a replay
 * @param newMessageId identity of the replayed message
 * @param code the cause that had made it a dead letter
 * @param domainOrder number of the domain order, or null
 * @param customerOrder number of the customer order, or null
 * @param effect what a discard did so that nothing waits for the message; null for a replay
 * @param outcome PENDING, DONE, GONE (somebody else took it) or FAILED (the broker did not do it)
 */
public record DeadLetterActionView(
        UUID id,
        String deadLetterId,
        String kind,
        String requestedBy,
        Instant requestedAt,
        @Nullable String reason,
        @Nullable String messageId,
        @Nullable UUID newMessageId,
        @Nullable String messageType,
        String code,
        @Nullable String domainOrder,
        @Nullable String customerOrder,
        @Nullable String destination,
        @Nullable Sentence effect,
        String outcome,
        @Nullable Instant finishedAt) {}
