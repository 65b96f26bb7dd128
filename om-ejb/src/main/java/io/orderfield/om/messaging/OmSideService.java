package io.orderfield.om.messaging;

import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.delivery.SideService;
import io.orderfield.messaging.delivery.UnsentMessage;
import io.orderfield.om.fallout.Fallouts;
import io.orderfield.om.sync.DiscardedMessage;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** How Order Management sends and receives, and what it could not send. The fallout of each such message ends with it. */
@Stateless
public class OmSideService extends SideService {
    @Inject
    private DiscardedMessage discarded;

    @Inject
    private Fallouts fallouts;

    /** For the container. */
    public OmSideService() {
        super(OmSide.SCHEMA);
    }

    @Override
    protected Sentence settle(UnsentMessage message, String why) {
        return discarded.settle(message.type(), message.body(), message.group(), why);
    }

    @Override
    protected void resolved(UUID id, Sentence how, String by) {
        fallouts.resolve(MessageFallouts.FAILED, List.of(id), how, by);
    }
}
