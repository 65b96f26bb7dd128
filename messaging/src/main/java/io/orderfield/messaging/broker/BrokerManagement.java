package io.orderfield.messaging.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.orderfield.kernel.Json;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks the broker by its management messages: who may read which topic, and how far subscriptions are behind. Works with any
 * Artemis, embedded or elsewhere, that gives the application's role the permission {@code manage} on
 * {@code activemq.management}; every call fails with {@link BrokerAwayException} without it, as while the broker is away.
 *
 * <p>Call it outside of any transaction: a question in one would be sent with its commit, after the wait for the answer.
 */
public final class BrokerManagement {
    /** Most subscriptions that are looked at. */
    public static final int MOST_SUBSCRIPTIONS = 200;

    /** Role of the application itself in {@code broker.xml}. */
    private static final String APPLICATION = "orderfield";

    private static final String MANAGEMENT = "activemq.management";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConnectionFactory factory;

    public BrokerManagement(ConnectionFactory factory) {
        this.factory = factory;
    }

    /** Names of the topics and queues that begin so. */
    public Set<String> addresses(String prefix) {
        return inConversation(broker -> broker.addresses(prefix));
    }

    /**
     * Makes the topic, where there is none, and lets these roles subscribe to it, durably too; nobody else may, and they may
     * do nothing else with it.
     */
    public void letRead(String topic, Set<String> roles) {
        inConversation(broker -> {
            if (!broker.addresses(topic).contains(topic)) {
                broker.call("broker", "createAddress", topic, "MULTICAST");
            }
            String readers = String.join(",", new TreeSet<>(roles));
            return broker.call(
                    "broker",
                    "addSecuritySettings",
                    topic,
                    APPLICATION,
                    readers,
                    readers,
                    readers,
                    readers,
                    readers,
                    "",
                    readers,
                    APPLICATION,
                    "");
        });
    }

    /** Ends the connections that read the topic: a right that was taken counts for the next subscription only. */
    public void disconnectReaders(String topic) {
        inConversation(broker -> broker.call("broker", "closeConsumerConnectionsForAddress", topic));
    }

    /** How many messages are in a queue, those that clients have just taken among them. */
    public long messages(String queue) {
        return inConversation(broker -> broker.messages(queue));
    }

    /** How a queue is worked off. */
    public ServedQueue queue(String name) {
        return inConversation(broker -> {
            String queue = "queue." + name;
            return new ServedQueue(
                    name,
                    broker.attribute(queue, "consumerCount").asInt(),
                    broker.messages(name),
                    broker.attribute(queue, "messagesAcknowledged").asLong());
        });
    }

    /** Subscriptions to the topics whose name has {@code .events}; the first 200. */
    public List<Subscription> subscriptions() {
        return inConversation(broker -> {
            String filter = Json.mapper()
                    .writeValueAsString(Map.of("field", "address", "operation", "CONTAINS", "value", ".events"));
            JsonNode page = Json.mapper()
                    .readTree(broker.call("broker", "listQueues", filter, 1, MOST_SUBSCRIPTIONS)
                            .asText());
            List<Subscription> found = new ArrayList<>();
            for (JsonNode queue : page.path("data")) {
                if (queue.path("routingType").asText().equals("MULTICAST")) {
                    found.add(subscription(broker, queue));
                }
            }
            return found;
        });
    }

    private static Subscription subscription(Conversation broker, JsonNode queue)
            throws JMSException, JsonProcessingException {
        String name = queue.path("name").asText();
        long messages = queue.path("messageCount").asLong();
        long age = messages == 0
                ? 0
                : broker.attribute("queue." + name, "firstMessageAge").asLong(0);
        return new Subscription(
                queue.path("address").asText(),
                name,
                queue.path("consumerCount").asInt(),
                messages,
                Duration.ofMillis(Math.max(0, age)));
    }

    private interface Talk<T> {
        T with(Conversation broker) throws JMSException, JsonProcessingException;
    }

    private <T> T inConversation(Talk<T> talk) {
        try (JMSContext context = factory.createContext(JMSContext.AUTO_ACKNOWLEDGE);
                Conversation broker = new Conversation(context)) {
            return talk.with(broker);
        } catch (JMSException | JMSRuntimeException | JsonProcessingException e) {
            throw new BrokerAwayException("The broker does not let itself be asked: " + e.getMessage(), e);
        }
    }

    /** Questions and their answers, over a temporary queue. */
    private static final class Conversation implements AutoCloseable {
        private final JMSContext context;
        private final TemporaryQueue answers;
        private final JMSConsumer consumer;

        Conversation(JMSContext context) {
            this.context = context;
            this.answers = context.createTemporaryQueue();
            this.consumer = context.createConsumer(answers);
        }

        Set<String> addresses(String prefix) throws JMSException, JsonProcessingException {
            Set<String> found = new TreeSet<>();
            for (JsonNode name : call("broker", "getAddressNames")) {
                if (name.asText().startsWith(prefix)) {
                    found.add(name.asText());
                }
            }
            return found;
        }

        long messages(String queue) throws JMSException, JsonProcessingException {
            return attribute("queue." + queue, "messageCount").asLong();
        }

        JsonNode call(String resource, String operation, Object... parameters)
                throws JMSException, JsonProcessingException {
            TextMessage question = context.createTextMessage(Json.mapper().writeValueAsString(parameters));
            question.setStringProperty("_AMQ_OperationName", operation);
            return ask(resource, question);
        }

        JsonNode attribute(String resource, String attribute) throws JMSException, JsonProcessingException {
            TextMessage question = context.createTextMessage();
            question.setStringProperty("_AMQ_Attribute", attribute);
            return ask(resource, question);
        }

        private JsonNode ask(String resource, TextMessage question) throws JMSException, JsonProcessingException {
            question.setStringProperty("_AMQ_ResourceName", resource);
            question.setJMSReplyTo(answers);
            context.createProducer().send(context.createQueue(MANAGEMENT), question);
            Message answer = consumer.receive(PATIENCE.toMillis());
            if (answer == null) {
                throw new JMSException("no answer within " + PATIENCE.toSeconds() + " s");
            }
            String text = answer.getBody(String.class);
            if (!answer.getBooleanProperty("_AMQ_OperationSucceeded")) {
                throw new JMSException(text);
            }
            return text == null
                    ? Json.mapper().missingNode()
                    : Json.mapper().readTree(text).path(0);
        }

        @Override
        public void close() throws JMSException {
            consumer.close();
            // the connection goes back to a pool, and would keep it
            answers.delete();
        }
    }
}
