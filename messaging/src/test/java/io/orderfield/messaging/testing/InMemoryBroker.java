package io.orderfield.messaging.testing;

import io.orderfield.messaging.broker.BrokerAwayException;
import io.orderfield.messaging.delivery.MessageRefusedException;
import io.orderfield.messaging.delivery.MessageSender;
import io.orderfield.messaging.delivery.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** A broker that keeps what it gets in a list. It can go away and come back, and refuse messages. */
public final class InMemoryBroker implements MessageSender {
    private final Set<String> destinations = ConcurrentHashMap.newKeySet();
    private final List<OutgoingMessage> messages = new ArrayList<>();
    private volatile boolean away;
    private volatile Predicate<OutgoingMessage> refused = m -> false;
    private int calls;

    /** @param destinations queues and topics that exist; everything else is refused */
    public InMemoryBroker(String... destinations) {
        this.destinations.addAll(Set.of(destinations));
    }

    @Override
    public synchronized void send(List<OutgoingMessage> batch) {
        calls++;
        if (away) {
            throw new BrokerAwayException("The broker is away", new IllegalStateException("switched off by the test"));
        }
        for (OutgoingMessage message : batch) {
            if (!destinations.contains(message.destination()) || refused.test(message)) {
                throw new MessageRefusedException(
                        message.destination() + " refuses it", new IllegalArgumentException(message.destination()));
            }
        }
        messages.addAll(batch);
    }

    /** From now on no message gets through. */
    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    /** Refuses such messages from now on. */
    public void refuse(Predicate<OutgoingMessage> which) {
        refused = which;
    }

    /** Everything received so far, in order. */
    public synchronized List<OutgoingMessage> messages() {
        return List.copyOf(messages);
    }

    /** The bodies of everything received so far, in order. */
    public List<String> bodies() {
        return messages().stream().map(OutgoingMessage::body).toList();
    }

    /** How many transactions were tried. */
    public synchronized int calls() {
        return calls;
    }
}
