package io.orderfield.om.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.delivery.DeadLetter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLetterServiceTest {
    @Test
    void aMessageOfOursIsReplayableAndOneThatSomebodyElseWroteThereIsNot() {
        assertThat(isReplayable("om.work-order-events", null)).isTrue();
        assertThat(isReplayable("om.work-order-events", "partner")).isFalse();
        assertThat(isReplayable("fsm.work-order-commands", "")).isFalse();
    }

    @Test
    void aMessageFromOutsideIsReplayableWhileItIsKnownWhoseItIs() {
        assertThat(isReplayable("om.partner-orders", "partner")).isTrue();
        assertThat(isReplayable("om.partner-orders", null)).isFalse();
        assertThat(isReplayable(null, "partner")).isFalse();
    }

    private static boolean isReplayable(@Nullable String destination, @Nullable String sender) {
        return DeadLetterService.isReplayable(new DeadLetter(
                "id",
                null,
                null,
                "unknown-sender",
                "It is not from this application.",
                null,
                null,
                sender,
                destination,
                null,
                Instant.EPOCH,
                null));
    }
}
