package io.orderfield.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.messaging.broker.BrokerAwayException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link MessageSender} promises; run on the fake and on the real one. */
abstract class MessageSenderContract {
    static final String QUEUE = "test.orders";
    static final String OTHER_QUEUE = "test.others";

    abstract MessageSender sender();

    abstract void brokerGoesAway();

    abstract void brokerComesBack();

    /** Takes everything out of the queue, in order. */
    abstract List<OutgoingMessage> received(String queue);

    @Test
    void sendsEveryPartOfAMessage() {
        OutgoingMessage full = message(QUEUE, "SO0001001", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        OutgoingMessage bare = new OutgoingMessage(
                UUID.randomUUID(),
                QUEUE,
                false,
                "RequestEntries.v1",
                null,
                null,
                null,
                "{\"n\":\"ü €\"}",
                Messages.NOW);
        sender().send(List.of(full, bare));

        assertThat(received(QUEUE)).containsExactly(full, bare);
    }

    @Test
    void sendsABatchInOrderAndToEveryQueue() {
        List<OutgoingMessage> batch = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            batch.add(message(i % 2 == 0 ? QUEUE : OTHER_QUEUE, "SO1", null));
        }
        sender().send(batch);

        assertThat(received(QUEUE))
                .containsExactlyElementsOf(batch.stream()
                        .filter(m -> m.destination().equals(QUEUE))
                        .toList());
        assertThat(received(OTHER_QUEUE)).hasSize(25);
    }

    @Test
    void sendsAllOrNone() {
        List<OutgoingMessage> batch = List.of(
                message(QUEUE, "SO1", null), message("no.such.queue", "SO1", null), message(QUEUE, "SO1", null));

        assertThatThrownBy(() -> sender().send(batch)).isInstanceOf(MessageRefusedException.class);
        assertThat(received(QUEUE)).isEmpty();
    }

    @Test
    void saysThatTheBrokerIsAway() {
        brokerGoesAway();
        assertThatThrownBy(() -> sender().send(List.of(message(QUEUE, "SO1", null))))
                .isInstanceOf(BrokerAwayException.class);

        brokerComesBack();
        OutgoingMessage after = message(QUEUE, "SO1", null);
        sender().send(List.of(after));
        assertThat(received(QUEUE)).containsExactly(after);
    }

    @Test
    void sendsFromSeveralThreads() {
        List<OutgoingMessage> messages = IntStream.range(0, 40)
                .mapToObj(i -> message(QUEUE, "SO" + i, null))
                .toList();
        CompletableFuture.allOf(messages.stream()
                        .map(m -> CompletableFuture.runAsync(() -> sender().send(List.of(m))))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(received(QUEUE)).containsExactlyInAnyOrderElementsOf(messages);
    }

    private static OutgoingMessage message(String queue, String group, @Nullable String trace) {
        return new OutgoingMessage(
                UUID.randomUUID(),
                queue,
                false,
                "RequestEntries.v1",
                group,
                "ORD0001001",
                trace,
                "{\"fromSequence\":3}",
                Messages.NOW);
    }
}
