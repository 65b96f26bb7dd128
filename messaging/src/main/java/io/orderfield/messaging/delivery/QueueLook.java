package io.orderfield.messaging.delivery;

import io.orderfield.messaging.broker.BrokerAwayException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.function.LongSupplier;

/**
 * A look at a queue from its oldest message on. A broker that is still handing over a large message says that there is
 * nothing more; so that is not believed before as many came as the broker has.
 */
final class QueueLook {
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final Enumeration<?> browsed;
    private final LongSupplier messages;
    private long came;

    /** @param messages asks the broker how many there are; 0 where its word is to be taken for it that there is nothing more */
    QueueLook(QueueBrowser browser, LongSupplier messages) throws JMSException {
        this.browsed = browser.getEnumeration();
        this.messages = messages;
    }

    boolean hasNext() {
        return browsed.hasMoreElements() || comesYet();
    }

    Message next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        came++;
        return (Message) browsed.nextElement();
    }

    /** Asked anew each time: what somebody took out meanwhile never comes. */
    private boolean comesYet() {
        long start = System.nanoTime();
        while (came < expected() && System.nanoTime() - start < PATIENCE_NANOS) {
            if (browsed.hasMoreElements()) {
                return true;
            }
        }
        return false;
    }

    private long expected() {
        try {
            return messages.getAsLong();
        } catch (BrokerAwayException e) {
            return 0; // it does not let itself be asked
        }
    }
}
