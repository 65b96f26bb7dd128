package io.orderfield.messaging.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.kernel.Sentence;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a message that was given up.
 *
 * @param kind RETRY or DISCARD
 * @param reason why it was discarded; null for a retry
 * @param effect what a discard did so that nothing waits for the message; null for a retry
 */
public record UnsentAction(
        UUID id,
        UUID messageId,
        String messageType,
        String destination,
        @Nullable String domainOrder,
        @Nullable String error,
        String kind,
        String requestedBy,
        Instant requestedAt,
        @Nullable String reason,
        @Nullable Sentence effect) {
    static UnsentAction retry(UnsentMessage message, String by, Instant at) {
        return of(message, "RETRY", by, at, null, null);
    }

    static UnsentAction discard(UnsentMessage message, String by, String reason, Sentence effect, Instant at) {
        return of(message, "DISCARD", by, at, reason, effect);
    }

    private static UnsentAction of(
            UnsentMessage m, String kind, String by, Instant at, @Nullable String reason, @Nullable Sentence effect) {
        return new UnsentAction(
                UuidCreator.getTimeOrderedEpoch(),
                m.id(),
                m.type(),
                m.destination(),
                m.group(),
                m.error(),
                kind,
                by,
                at,
                reason,
                effect);
    }
}
