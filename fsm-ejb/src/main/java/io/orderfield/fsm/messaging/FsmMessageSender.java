package io.orderfield.fsm.messaging;

import io.orderfield.messaging.delivery.DeadLetters;
import io.orderfield.messaging.delivery.JmsMessageSender;
import io.orderfield.messaging.delivery.JmsTransaction;
import io.orderfield.messaging.delivery.MessageSender;
import io.orderfield.messaging.delivery.OutgoingMessage;
import io.orderfield.messaging.delivery.OutsideSender;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends in a transaction that holds nothing but the broker: one phase, nothing in the transaction log. */
@Stateless
@LocalBean
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FsmMessageSender implements MessageSender, DeadLetters {
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
