package io.orderfield.fsm.request;

import java.util.UUID;

/** Remembers which messages were worked off. */
public interface ReceivedMessages {
    /**
     * Notes the message as worked off, with the current transaction; the first statement of it.
     *
     * @return false when it was worked off before
     */
    boolean firstTime(UUID messageId);
}
