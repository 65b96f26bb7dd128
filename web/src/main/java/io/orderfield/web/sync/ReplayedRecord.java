package io.orderfield.web.sync;

import io.orderfield.om.sync.DeadLetterService;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a dead letter that was to be replayed.
 *
 * @param outcome REPLAYED, GONE (somebody else took it), BUSY (somebody acts on it) or NOT_REPLAYABLE
 * @param messageId identity of the message from now on
 */
@Schema(name = "ReplayedDeadLetter")
public record ReplayedRecord(
        String id, String outcome, @Nullable UUID messageId) {
    static ReplayedRecord of(DeadLetterService.Replayed replayed) {
        return new ReplayedRecord(replayed.id(), replayed.outcome(), replayed.messageId());
    }
}
