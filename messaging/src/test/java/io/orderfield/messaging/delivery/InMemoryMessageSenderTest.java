package io.orderfield.messaging.delivery;

import io.orderfield.messaging.testing.InMemoryBroker;
import java.util.List;

class InMemoryMessageSenderTest extends MessageSenderContract {
    private final InMemoryBroker broker = new InMemoryBroker(QUEUE, OTHER_QUEUE);

    @Override
    MessageSender sender() {
        return broker;
    }

    @Override
    void brokerGoesAway() {
        broker.goAway();
    }

    @Override
    void brokerComesBack() {
        broker.comeBack();
    }

    @Override
    List<OutgoingMessage> received(String queue) {
        return broker.messages().stream()
                .filter(m -> m.destination().equals(queue))
                .toList();
    }
}
