package io.orderfield.messaging.delivery;

import jakarta.jms.ConnectionFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A real broker inside the test, in memory, which creates no queue on its own. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final AtomicInteger NEXT = new AtomicInteger(100);

    private final int id = NEXT.incrementAndGet();
    private final String[] queues;
    private EmbeddedActiveMQ broker;

    public EmbeddedBroker(String... queues) {
        this.queues = queues;
        start();
    }

    public void start() {
        try {
            ConfigurationImpl configuration = new ConfigurationImpl();
            configuration.setPersistenceEnabled(false).setSecurityEnabled(false);
            configuration.addAcceptorConfiguration("in-vm", "vm://" + id);
            configuration.addAddressSetting(
                    "#",
                    new AddressSettings()
                            .setAutoCreateAddresses(false)
                            .setAutoCreateQueues(false)
                            .setRedeliveryDelay(0)
                            .setMaxDeliveryAttempts(-1));
            for (String queue : queues) {
                configuration.addAddressConfiguration(new CoreAddressConfiguration()
                        .setName(queue)
                        .addRoutingType(RoutingType.ANYCAST)
                        .addQueueConfiguration(QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST)));
            }
            broker = new EmbeddedActiveMQ();
            broker.setConfiguration(configuration);
            broker.start();
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not start", e);
        }
    }

    public ConnectionFactory connectionFactory() {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("vm://" + id);
        factory.setReconnectAttempts(0);
        factory.setInitialConnectAttempts(1);
        return factory;
    }

    public void stop() {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not stop", e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
