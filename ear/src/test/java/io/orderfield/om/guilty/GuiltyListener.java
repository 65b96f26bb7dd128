package io.orderfield.om.guilty;

import io.orderfield.web.guilty.GuiltyPage;
import jakarta.ejb.MessageDriven;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.kie.api.runtime.StatelessKieSession;

/** Guilty: a listener with an entity manager, JMS outside of messaging, Drools outside of rules, the time without a clock. */
@MessageDriven
public class GuiltyListener implements MessageListener {
    EntityManager entities;
    StatelessKieSession session;
    GuiltyPage page;
    Instant seen;

    @Override
    public void onMessage(Message message) {
        seen = Instant.now();
    }
}
