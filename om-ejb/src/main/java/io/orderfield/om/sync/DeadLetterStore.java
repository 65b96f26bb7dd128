package io.orderfield.om.sync;

import io.orderfield.messaging.delivery.DeadLetter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Port to the dead letter queue. Every call is a transaction of its own that touches the broker alone; while the broker is
 * away calls fail with {@link io.orderfield.messaging.broker.BrokerAwayException}.
 */
public interface DeadLetterStore {
    /** Letters in the order in which they came, bodies cut. */
    List<DeadLetter> list(int first, int max);

    /** How many there are; no more than {@code most} are counted. */
    int count(int most);

    /** A letter with its whole body. */
    Optional<DeadLetter> find(String id);

    /** Sends a letter to a queue as a new message; false when somebody else took it. */
    boolean replay(String id, String queue, UUID messageId);

    /** Takes a letter out for good; false when somebody else took it. */
    boolean remove(String id);
}
