package io.orderfield.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A message that nobody can read goes to the dead letter queue at once, with code and reason, and the next one is served. */
@ExtendWith(ArquillianExtension.class)
class DeadLetterIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Resource(lookup = "jms/cf")
    private ConnectionFactory connections;

    @Resource(lookup = "jdbc/app")
    private DataSource database;

    @Deployment
    static Archive<?> deployment() {
        return Deployments.ear(DeadLetterIT.class);
    }

    @Test
    void anUnreadableMessageIsADeadLetterAtOnceAndTheNextIsServed() {
        String unreadable = send("WorkOrderTemplatePublished.v1", "{\"code\": ");
        String code = "IT-" + UUID.randomUUID().toString().substring(0, 8);
        send(
                "WorkOrderTemplatePublished.v1",
                "{\"code\":\"" + code + "\",\"name\":\"Known now\",\"active\":true,\"revision\":1}");

        await().atMost(SOON).until(() -> knowsTemplate(code));
        await().atMost(SOON).untilAsserted(() -> {
            Message dead = deadLetter(unreadable);
            assertThat(dead).isNotNull();
            assertThat(dead.getStringProperty("deadLetterCode")).isNotBlank();
            assertThat(dead.getStringProperty("deadLetterReason")).isNotBlank();
        });
    }

    @Test
    void anUnknownTypeOrVersionIsADeadLetterWithAReason() {
        String unknown = send("WorkOrderChanged.v99", "{}");
        await().atMost(SOON).untilAsserted(() -> {
            Message dead = deadLetter(unknown);
            assertThat(dead).isNotNull();
            assertThat(dead.getStringProperty("deadLetterReason")).contains("WorkOrderChanged.v99");
        });
    }

    private String send(String type, String body) {
        String id = UUID.randomUUID().toString();
        try (JMSContext context = connections.createContext()) {
            TextMessage message = context.createTextMessage(body);
            message.setStringProperty("messageType", type);
            message.setStringProperty("messageId", id);
            message.setStringProperty("occurredAt", Instant.EPOCH.toString());
            context.createProducer().send(context.createQueue("om.work-order-events"), message);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    private Message deadLetter(String id) throws JMSException {
        try (JMSContext context = connections.createContext()) {
            Queue queue = context.createQueue("DLQ");
            List<?> dead = Collections.list(
                    (Enumeration<?>) context.createBrowser(queue).getEnumeration());
            for (Object message : dead) {
                if (id.equals(((Message) message).getStringProperty("messageId"))) {
                    return (Message) message;
                }
            }
            return null;
        }
    }

    private boolean knowsTemplate(String code) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select 1 from om.work_order_template where code = ?")) {
            query.setString(1, code);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
