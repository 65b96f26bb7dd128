package io.orderfield.broker;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.impl.LocalQueueBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

/** A broker with the broker.xml that ships, on a port of its own. */
final class TestBroker implements AutoCloseable {
    static final String SECRET = "drawn-at-start";

    private final EmbeddedBroker broker;
    private final int port;

    TestBroker(Path data, String users) throws Exception {
        this(data, users, UserLimits.DEFAULT);
    }

    TestBroker(Path data, String users, UserLimits limits) throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        broker = new EmbeddedBroker(
                Path.of(System.getProperty("broker.xml")),
                data,
                SECRET,
                OutsideUsers.parse(users),
                EventLimits.DEFAULT,
                limits);
        broker.start("127.0.0.1", port, null);
    }

    int port() {
        return port;
    }

    ConnectionFactory core() {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
    }

    ConnectionFactory amqp() {
        return new JmsConnectionFactory("amqp://127.0.0.1:" + port);
    }

    /** The application itself, inside the process. */
    Connection application() throws JMSException {
        return applications().createConnection();
    }

    /** Connections of the application itself. */
    ConnectionFactory applications() {
        return new ActiveMQConnectionFactory("vm://0", "orderfield", SECRET);
    }

    ActiveMQServer server() {
        return broker.running();
    }

    Set<String> queues() {
        return server().getPostOffice()
                .getAllBindings()
                .filter(LocalQueueBinding.class::isInstance)
                .map(binding -> binding.getUniqueName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that somebody could have made here: addresses, queues, diverts, bridges, connectors to elsewhere. */
    Map<String, Set<String>> made() throws IOException {
        return Map.of(
                "addresses",
                names(server().getPostOffice().getAddresses().stream().map(SimpleString::toString)),
                "bindings",
                names(server().getPostOffice().getAllBindings().map(b -> b.getUniqueName()
                        .toString())),
                "bridges",
                names(server().getClusterManager().getBridges().keySet().stream()),
                "connectors",
                names(server().getConfiguration().getConnectorConfigurations().keySet().stream()));
    }

    private static Set<String> names(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not stop", e);
        }
    }
}
