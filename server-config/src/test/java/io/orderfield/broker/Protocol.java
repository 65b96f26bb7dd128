package io.orderfield.broker;

import jakarta.jms.ConnectionFactory;
import java.util.function.Function;

/** What outside applications speak. */
enum Protocol {
    CORE(TestBroker::core),
    AMQP(TestBroker::amqp);

    private final Function<TestBroker, ConnectionFactory> factory;

    Protocol(Function<TestBroker, ConnectionFactory> factory) {
        this.factory = factory;
    }

    ConnectionFactory of(TestBroker broker) {
        return factory.apply(broker);
    }
}
