package io.orderfield.messaging.delivery;

import io.orderfield.messaging.broker.JmsTransaction;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends in a transaction that holds nothing but the broker: one phase, nothing in the transaction log. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class BrokerSender implements MessageSender, DeadLetters {
    @Resource(lookup = "jms/cf")
    private ConnectionFactory factory;

    @Inject
    private Clock clock;

    private JmsMessageSender sender;

    @PostConstruct
    void open() {
        sender = new JmsMessageSender(factory, JmsTransaction.OF_CONTAINER, clock);
    }

    @Override
    public void send(List<OutgoingMessage> messages) {
        sender.send(messages);
    }

    @Override
    public void add(Message original, @Nullable OutsideSender from, String code, String reason) throws JMSException {
        sender.add(original, from, code, reason);
    }
}
