package io.orderfield.broker;

import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.jspecify.annotations.Nullable;

/** Queue as an administered object that is configured by its name alone. */
public class NamedQueue extends ActiveMQQueue {
    private static final long serialVersionUID = 1L;

    private @Nullable String queueName;

    /** @param queueName name of queue and address */
    public void setQueueName(String queueName) {
        this.queueName = queueName;
        setAddress(queueName);
    }

    @Override
    public @Nullable String getQueueName() {
        return queueName;
    }
}
