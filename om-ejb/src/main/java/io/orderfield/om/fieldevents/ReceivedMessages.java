package io.orderfield.om.fieldevents;

import java.util.UUID;

/** Which messages were worked off. */
public interface ReceivedMessages {
    /**
     * Notes the message as worked off, with the caller's transaction; the first statement of it.
     *
     * @return false when it was worked off before
     */
    boolean firstTime(UUID messageId);
}
