package io.orderfield.om.messaging;

import io.orderfield.messaging.broker.JmsTransaction;
import io.orderfield.messaging.delivery.DeadLetter;
import io.orderfield.messaging.delivery.DeadLetterQueue;
import io.orderfield.messaging.delivery.DeadLetters;
import io.orderfield.om.sync.DeadLetterStore;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.ConnectionFactory;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The dead letter queue. Taking a letter out has a transaction that holds nothing but the broker; a look has none. A client of a
 * broker that is away waits for it; people don't, so they are told at once.
 */
@Stateless
@LocalBean
@Local(DeadLetterStore.class)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JmsDeadLetterStore implements DeadLetterStore {
    @Resource(lookup = "jms/cf")
    private ConnectionFactory factory;

    @EJB
    private QueueDepths depths;

    private DeadLetterQueue queue;

    @PostConstruct
    void open() {
        queue = new DeadLetterQueue(factory, JmsTransaction.OF_CONTAINER);
    }

    @Override
    public List<DeadLetter> list(int first, int max) {
        depths.checkAnswers();
        return queue.list(first, max);
    }

    @Override
    public int count(int most) {
        depths.checkAnswers();
        return queue.depth(DeadLetters.QUEUE, most);
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        depths.checkAnswers();
        return queue.find(id);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean replay(String id, String destination, UUID messageId) {
        depths.checkAnswers();
        return queue.replay(id, destination, messageId);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean remove(String id) {
        depths.checkAnswers();
        return queue.remove(id);
    }

    /** How many messages wait in any of the queues; no more than {@code most} are counted. */
    public int depth(String name, int most) {
        return queue.depth(name, most);
    }
}
