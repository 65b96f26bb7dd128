package io.orderfield.messaging.delivery;

import java.util.List;
import java.util.UUID;

/**
 * What an administrator does with the messages that one side could not send. Each call is one transaction of that side's
 * database, in which it is also written down.
 */
public interface UnsentDesk {
    /** Most of one page. */
    int MOST = 200;

    /** Longest reason of a discard. */
    int LONGEST_REASON = 1_000;

    /**
     * Messages that were given up, oldest first.
     *
     * @param max at most so many, 1 to 200
     */
    List<UnsentMessage> unsent(int first, int max);

    /** How many there are. */
    long countUnsent();

    /** One of them, with its whole body. */
    UnsentMessage findUnsent(UUID id);

    /** Has it sent again, with all attempts before it. */
    UnsentAction retry(UUID id);

    /**
     * Throws it away, and settles what waits for it: no work order link stays pending.
     *
     * @param reason why, 1 to 1,000 characters
     */
    UnsentAction discard(UUID id, String reason);

    /** What was done with such messages, newest first. */
    List<UnsentAction> actions(int first, int max);

    long countActions();
}
