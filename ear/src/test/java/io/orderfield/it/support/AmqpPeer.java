package io.orderfield.it.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Delivery;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.Tracker;
import org.apache.qpid.protonj2.client.exceptions.ClientException;

/**
 * An outside application that speaks AMQP 1.0 and knows nothing of JMS: it sends to one queue and reads its answers from
 * another. When the broker ends the connection, the next use opens a new one.
 */
public final class AmqpPeer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Client client = Client.create();
    private final int port;
    private final String user;
    private final String password;
    private final String queue;
    private final String answers;
    private Connection connection;
    private Sender sender;
    private Receiver receiver;

    /**
     * @param queue where it sends to
     * @param answers where it reads from
     */
    public AmqpPeer(int port, String user, String password, String queue, String answers) throws ClientException {
        this.port = port;
        this.user = user;
        this.password = password;
        this.queue = queue;
        this.answers = answers;
        connect();
    }

    /** What came back: the name of the message, the correlation id as AMQP has it, and the body. */
    public record Answer(String type, Object correlation, JsonNode body) {}

    /** Sends, and returns why the broker did not take it; empty when it did. */
    public Optional<String> send(Message<?> message) throws ClientException {
        return send(message, PATIENCE_SECONDS);
    }

    /**
     * The same for what may be no message at all: the broker leaves its sender without an answer when it is beyond 100 KB
     * and can't be parsed.
     */
    public Optional<String> sendAnything(Message<?> message) throws ClientException {
        return send(message, 10);
    }

    private Optional<String> send(Message<?> message, int seconds) throws ClientException {
        try {
            Tracker tracker = sender.send(message).awaitSettlement(seconds, TimeUnit.SECONDS);
            return tracker.remoteState().isAccepted()
                    ? Optional.empty()
                    : Optional.of(tracker.remoteState().getType().name());
        } catch (ClientException ended) {
            connection.close();
            connect();
            return Optional.of(String.valueOf(ended.getMessage()));
        }
    }

    /** The next answer. */
    public Answer answer() throws ClientException, JsonProcessingException {
        Delivery delivery = receiver.receive(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (delivery == null) {
            throw new AssertionError("no answer within " + PATIENCE_SECONDS + " s");
        }
        Message<String> answer = delivery.message();
        return new Answer(
                String.valueOf(answer.property("messageType")), answer.correlationId(), JSON.readTree(answer.body()));
    }

    /** The answer to the message with that correlation id; those before it are passed over. */
    public Answer answerTo(Object correlation) throws ClientException, JsonProcessingException {
        for (Answer answer = answer(); ; answer = answer()) {
            if (correlation.equals(answer.correlation())) {
                return answer;
            }
        }
    }

    private void connect() throws ClientException {
        connection = client.connect(
                "127.0.0.1", port, new ConnectionOptions().user(user).password(password));
        sender = connection.openSender(queue);
        receiver = connection.openReceiver(answers);
    }

    @Override
    public void close() {
        client.close();
    }
}
