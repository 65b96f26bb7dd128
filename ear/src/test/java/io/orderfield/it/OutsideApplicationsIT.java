package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another application, another client library, another protocol (AMQP 1.0): what it may and may not do at the broker. */
@ExtendWith(RunningServer.class)
class OutsideApplicationsIT {
    private static final Duration SOON = Duration.ofSeconds(60);
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

            JsonNode event = await(events, order, "IN_PROGRESS", "OrderEvent.v1");
            assertThat(event.get("event").asText()).isEqualTo("customer-order.state-changed");
            assertThat(event.get("account").asText()).isEqualTo(account);
            assertThat(event.get("link").asText()).isEqualTo("/api/v1/customer-orders/" + order);
        }
    }

    @Test
    void anIntegratorReadsWhatHappensToAWorkOrder() throws Exception {
        OrderDesk desk = new OrderDesk(running.api());
        try (Connection connection = connect("integrator", RunningServer.INTEGRATOR_PASSWORD)) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            MessageConsumer events = session.createConsumer(session.createTopic("fsm.events"));

            String order = approved(desk, desk.accountWithLocations(1), 1);

            JsonNode event = await(events, order, "AWAITING_QUALIFICATION", "WorkOrderEvent.v1");
            assertThat(event.get("event").asText()).isEqualTo("work-order.created");
            assertThat(running.api()
                            .get("dispatcher", event.get("link").asText().substring("/api/v1".length()))
                            .getString("number"))
                    .isEqualTo(event.get("workOrder").asText());
        }
    }

    @Test
    void aPartnerReadsTheEventsOfItsOwnAccountWhileItWasAwayToo() throws Exception {
        OrderDesk desk = new OrderDesk(running.api());
        String own = running.api().get("partner", "/accounts").getString("[0].number");
        String foreign = running.api().get("agent", "/accounts").getList("number", String.class).stream()
                .filter(a -> !a.equals(own) && !desk.locationsOf(a).isEmpty())
                .findFirst()
                .orElseThrow();
        Awaitility.await().atMost(SOON).untilAsserted(() -> subscribe(own).close());

        String theirs = approved(desk, foreign, 1);
        String mine = approved(desk, own, 1);

        // the client was gone in between: its subscription was not
        try (Connection connection = subscribe(own)) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            MessageConsumer events = session.createDurableSubscriber(session.createTopic("om.events." + own), "orders");
            connection.start();
            List<String> seen = new ArrayList<>();
            while (!seen.contains(mine + " IN_PROGRESS")) {
                TextMessage message = (TextMessage) events.receive(30_000);
                assertThat(message).as("event of %s after %s", mine, seen).isNotNull();
                JsonNode event = new ObjectMapper().readTree(message.getText());
                assertThat(event.get("account").asText()).isEqualTo(own);
                seen.add(event.get("customerOrder").asText() + " "
                        + event.path("state").asText());
            }
            assertThat(seen).noneMatch(s -> s.startsWith(theirs));
            events.close();
            session.unsubscribe("orders");
        }
    }

    @Test
    void aPartnerReadsAndWritesNothingElse() throws Exception {
        String own = running.api().get("partner", "/accounts").getString("[0].number");
        String foreign = running.api().get("agent", "/accounts").getList("number", String.class).stream()
                .filter(a -> !a.equals(own))
                .findFirst()
                .orElseThrow();
        try (Connection connection = connect("partner", RunningServer.PARTNER_PASSWORD)) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            Awaitility.await().atMost(SOON).ignoreExceptions().until(() -> {
                session.createConsumer(session.createTopic("om.events." + own)).close();
                return true;
            });
            for (String topic : List.of(
                    "om.events", "fsm.events", "om.events." + foreign, "om.events.*", "om.events.#", "#", "om.#")) {
                assertThatThrownBy(() -> session.createConsumer(session.createTopic(topic)))
                        .as(topic)
                        .isInstanceOf(JMSException.class);
            }
            for (String topic : List.of("om.events", "fsm.events", "om.events." + own, "activemq.management")) {
                assertThatThrownBy(() -> session.createProducer(session.createTopic(topic))
                                .send(session.createTextMessage("{}")))
                        .as(topic)
                        .isInstanceOf(JMSException.class);
            }
        }
        try (Connection stranger = connect("stranger", RunningServer.INTEGRATOR_PASSWORD)) {
            Session session = stranger.createSession(Session.AUTO_ACKNOWLEDGE);
            assertThatThrownBy(() -> session.createConsumer(session.createTopic("om.events." + own)))
                    .isInstanceOf(JMSException.class);
        }
    }

    @Test
    void aSubscriptionThatNobodyReadsIsWarnedOfAndHoldsNothingUp() throws Exception {
        OrderDesk desk = new OrderDesk(running.api());
        try (Connection connection = durable("integrator", RunningServer.INTEGRATOR_PASSWORD)) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            session.createDurableSubscriber(session.createTopic("om.events"), "dead")
                    .close();

            // far more than the megabyte that is kept of a topic here
            String order = approved(desk, desk.accountWithLocations(1), 600);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> desk.domainOrdersThatWait(order) == 0);
            Awaitility.await().atMost(SOON).untilAsserted(() -> {
                JsonPath sync = running.api().get("admin", "/sync");
                Map<String, Object> dead = sync.getMap("subscriptions.find { it.name.endsWith('dead') }");
                assertThat(dead).containsEntry("behind", true).containsEntry("consumers", 0);
                assertThat((Integer) dead.get("messages")).isBetween(100, 5_000);
                assertThat(sync.getList("sides.outboxFailed")).containsOnly(0);
                assertThat(RestAssured.get(
                                        "http://127.0.0.1:" + running.server().httpPort() + "/health/ready")
                                .jsonPath()
                                .getInt("checks.find { it.name == 'subscriptions' }.data.behind"))
                        .isPositive();
            });
            session.unsubscribe("dead");
        }
    }

    private static String approved(OrderDesk desk, String account, int items) {
        List<Map<String, Object>> wanted = Collections.nCopies(
                items, desk.item("SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1));
        return desk.approved(desk.order(account, wanted)).getString("number");
    }

    /** A client of the partner's that has its durable subscription {@code orders}. */
    private static Connection subscribe(String account) throws JMSException {
        Connection connection = durable("partner", RunningServer.PARTNER_PASSWORD);
        try {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            session.createDurableSubscriber(session.createTopic("om.events." + account), "orders")
                    .close();
            return connection;
        } catch (JMSException e) {
            connection.close();
            throw e;
        }
    }

    private static Connection durable(String user, String password) throws JMSException {
        Connection connection =
                new JmsConnectionFactory("amqp://127.0.0.1:" + running.brokerPort()).createConnection(user, password);
        connection.setClientID(user + "-application");
        return connection;
    }

    @Test
    void aUserWithoutTheRoleIsRefused() throws Exception {
        try (Connection connection = connect("stranger", RunningServer.INTEGRATOR_PASSWORD)) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            assertThatThrownBy(() -> session.createConsumer(session.createTopic("om.events")))
                    .isInstanceOf(JMSException.class);
        }
    }

    /** The packet by which a peer could make a queue, and the one by which it made the broker connect out. */
    @Test
    void whoHasNotSignedInIsDisconnectedForWhatIsNoHandshake() throws Exception {
        byte createQueue = 34;
        byte federation = -16;
        assertThat(disconnects(createQueue, 1, "om.partner-orders", "spy")).isTrue();
        assertThat(disconnects(federation, 4, "attack")).isTrue();
    }

    /** Sends a packet of Artemis' protocol and then a ping, which is answered while the connection is open. */
    private static boolean disconnects(byte type, long channel, String... fields) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(sent);
        out.writeBytes("ARTEMIS");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String field : fields) {
            byte[] characters = field.getBytes(StandardCharsets.UTF_16LE);
            body.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(characters.length).array());
            body.writeBytes(characters);
        }
        // neither filter nor temporary, but durable; asks for no answer
        body.writeBytes(new byte[] {0, 1, 0, 0});
        packet(out, type, channel, body.toByteArray());
        byte ping = 10;
        packet(out, ping, 0, new byte[Long.BYTES]);
        try (Socket peer = new Socket(InetAddress.getLoopbackAddress(), running.brokerPort())) {
            peer.setSoTimeout(30_000);
            peer.getOutputStream().write(sent.toByteArray());
            return peer.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static void packet(DataOutputStream out, byte type, long channel, byte[] body) throws IOException {
        out.writeInt(Byte.BYTES + Long.BYTES + body.length);
        out.writeByte(type);
        out.writeLong(channel);
        out.write(body);
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
        Connection connection =
                new JmsConnectionFactory("amqp://127.0.0.1:" + running.brokerPort()).createConnection(user, password);
        try {
            connection.start();
        } catch (JMSException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private static JsonNode await(MessageConsumer events, String order, String state, String type) throws Exception {
        ObjectMapper json = new ObjectMapper();
        for (int seen = 0; seen < 200; seen++) {
            TextMessage message = (TextMessage) events.receive(30_000);
            assertThat(message).as("event of %s", order).isNotNull();
            JsonNode event = json.readTree(message.getText());
            if (order.equals(event.path("customerOrder").asText())
                    && state.equals(event.path("state").asText())) {
                assertThat(message.getStringProperty("messageType")).isEqualTo(type);
                return event;
            }
        }
        throw new AssertionError("200 events and none of them told that " + order + " is " + state);
    }
}
