package io.orderfield.messaging.delivery;

import io.orderfield.messaging.broker.BrokerAwayException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.jspecify.annotations.Nullable;

/** Port to the dead letter queue. */
public interface DeadLetters {
    /** Name of the queue. */
    String QUEUE = "DLQ";

    /** Property with the dead letter's own identity: a UUID. */
    String ID = "deadLetterId";

    /** Property that says when it became one: ISO 8601 in UTC. */
    String AT = "deadLetteredAt";

    /** Property with the stable code. */
    String CODE = "deadLetterCode";

    /** Property with the reason in words. */
    String REASON = "deadLetterReason";

    /**
     * Stores a copy of the message with its properties, an identity of its own, the time, the code and the reason; in a transaction of its own, committed when
     * this returns. Afterwards the original can be acknowledged; a crash between the two leaves a second copy.
     *
     * @param sender who outside sent it; null for a message of our own, and where nobody knows
     * @throws JMSException when the original can't be copied or the broker is away: don't acknowledge
     * @throws BrokerAwayException when the broker is away: don't acknowledge
     */
    void add(Message original, @Nullable OutsideSender sender, String code, String reason) throws JMSException;
}
