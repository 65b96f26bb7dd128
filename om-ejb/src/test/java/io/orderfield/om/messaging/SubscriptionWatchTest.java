package io.orderfield.om.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.messaging.broker.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionWatchTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void isBehindByTooManyEventsOrByOneThatIsTooOldAndComesFirst() {
        List<SubscriptionWatch.Watched> watched = SubscriptionWatch.watched(
                List.of(
                        new Subscription("om.events", "a.fine", 1, 99, Duration.ofMinutes(59)),
                        new Subscription("om.events", "b.idle", 0, 0, Duration.ZERO),
                        new Subscription("om.events", "c.many", 1, 100, Duration.ofSeconds(1)),
                        new Subscription("fsm.events", "d.old", 0, 1, Duration.ofMinutes(60))),
                100,
                60,
                NOW);

        assertThat(watched)
                .extracting(SubscriptionWatch.Watched::name, SubscriptionWatch.Watched::behind)
                .containsExactly(
                        tuple("c.many", true), tuple("d.old", true), tuple("a.fine", false), tuple("b.idle", false));
        assertThat(watched.get(1).since()).isEqualTo(NOW.minus(Duration.ofHours(1)));
        assertThat(watched.get(3).since()).isNull();
        assertThat(new SubscriptionWatch.Seen(NOW, watched).behind()).hasSize(2);
    }
}
