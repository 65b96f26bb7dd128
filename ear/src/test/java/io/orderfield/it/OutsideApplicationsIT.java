package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another application, another client library, another protocol (AMQP 1.0): what it may and may not do at the broker. */
@ExtendWith(RunningServer.class)
class OutsideApplicationsIT {
    private static RunningServer running;

    @BeforeAll
    static void server(RunningServer given) {
        running = given;
    }

    @Test
    void anIntegratorReadsTheEventsOfAnOrder() throws Exception {
        OrderDesk desk = new OrderDesk(running.api());
        try (Connection connection = connect("integrator", RunningServer.INTEGRATOR_PASSWORD)) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            MessageConsumer events = session.createConsumer(session.createTopic("om.events"));
            connection.start();

            String account = desk.accountWithLocations(1);
            String order = desk.approved(desk.order(
                            account,
                            List.of(desk.item(
                                    "SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1))))
                    .getString("number");

            JsonNode event = await(events, order, "IN_PROGRESS");
            assertThat(event.get("event").asText()).isEqualTo("customer-order.state-changed");
            assertThat(event.get("account").asText()).isEqualTo(account);
            assertThat(event.get("link").asText()).isEqualTo("/api/v1/customer-orders/" + order);
        }
    }

    @Test
    void aUserWithoutTheRoleIsRefused() throws Exception {
        try (Connection connection = connect("stranger", RunningServer.INTEGRATOR_PASSWORD)) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            assertThatThrownBy(() -> session.createConsumer(session.createTopic("om.events")))
                    .isInstanceOf(JMSException.class);
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> connect("integrator", "guessed")).isInstanceOf(JMSException.class);
    }

    @Test
    void nobodyFromOutsideMayWriteToTheInternalQueues() throws Exception {
        try (Connection connection = connect("integrator", RunningServer.INTEGRATOR_PASSWORD)) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            assertThatThrownBy(() -> session.createProducer(session.createQueue("om.work-order-events"))
                            .send(session.createTextMessage("{}")))
                    .isInstanceOf(JMSException.class);
        }
    }

    private static Connection connect(String user, String password) throws JMSException {
        Connection connection = new JmsConnectionFactory(
                        "amqp://127.0.0.1:" + running.server().brokerPort())
                .createConnection(user, password);
        try {
            connection.start();
        } catch (JMSException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private static JsonNode await(MessageConsumer events, String order, String state) throws Exception {
        ObjectMapper json = new ObjectMapper();
        for (int seen = 0; seen < 200; seen++) {
            TextMessage message = (TextMessage) events.receive(30_000);
            assertThat(message).as("event of %s", order).isNotNull();
            JsonNode event = json.readTree(message.getText());
            if (order.equals(event.path("customerOrder").asText())
                    && state.equals(event.path("state").asText())) {
                assertThat(message.getStringProperty("messageType")).isEqualTo("OrderEvent.v1");
                return event;
            }
        }
        throw new AssertionError("200 events and none of them told that " + order + " is " + state);
    }
}
