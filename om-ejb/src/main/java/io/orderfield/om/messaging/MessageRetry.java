package io.orderfield.om.messaging;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.om.fallout.Retry;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Has a message sent again that the broker refused for what it is. */
@ApplicationScoped
class MessageRetry implements Retry {
    @EJB
    private OmSide side;

    @Override
    public Set<String> causes() {
        return Set.of(MessageFallouts.FAILED);
    }

    @Override
    public Sentence retry(UUID messageId, String cause, String by) {
        if (!side.retry(messageId)) {
            throw Refusal.conflict("nothing-to-retry.message").with("messageId", messageId);
        }
        return Sentence.of("fallout.waitsToBeSent");
    }
}
