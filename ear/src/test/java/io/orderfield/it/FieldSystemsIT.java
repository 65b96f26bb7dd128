package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A contractor's own field system: what its crew does comes by message (AMQP 1.0) or by REST. */
@ExtendWith(RunningServer.class)
class FieldSystemsIT {
    private static final String SYSTEM = "field-system";
    private static final int LARGE = 6;
    private static final String ANSWERS = "reply.field-system.updates";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static RunningServer running;

    private Connection connection;
    private Session session;
    private MessageConsumer answers;

    @BeforeAll
    static void server(RunningServer given) {
        running = given;
    }

    @BeforeEach
    void connect() throws JMSException {
        connection = new JmsConnectionFactory("amqp://127.0.0.1:" + running.brokerPort())
                .createConnection(SYSTEM, RunningServer.FIELD_SYSTEM_PASSWORD);
        session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
        answers = session.createConsumer(session.createQueue(ANSWERS));
        connection.start();
    }

    @AfterEach
    void disconnect() throws JMSException {
        connection.close();
    }

    @Test
    void aCrewsStepsAreTakenInTheirOrderAndAnswered() throws Exception {
        String task = taskOf("contractor");

        List<String> sent = List.of(
                send(update(task, "accept"), null),
                send(update(task, "travel"), null),
                send(update(task, "start"), null));

        assertThat(answer(sent.get(0)).path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(answer(sent.get(1)).path("subState").asText()).isEqualTo("EN_ROUTE");
        assertThat(answer(sent.get(2)).path("state").asText()).isEqualTo("WORK_IN_PROGRESS");
        assertThat(running.api()
                        .get("dispatcher", "/work-order-tasks/{n}", task)
                        .getString("state"))
                .isEqualTo("WORK_IN_PROGRESS");
    }

    @Test
    void aRepeatIsAnsweredWithHowThingsAre() throws Exception {
        String task = taskOf("contractor");
        String accept = update(task, "accept");
        answer(send(accept, null));

        JsonNode again = answer(send(accept, null));

        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(again.path("state").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void anUpdateOfSomebodyElsesTaskIsRefusedAlthoughItClaimsToBeSomebodyElse() throws Exception {
        String task = taskOf("technician");
        TextMessage forged = session.createTextMessage(update(task, "accept"));
        forged.setStringProperty("_AMQ_VALIDATED_USER", "technician");
        forged.setStringProperty("JMSXUserID", "technician");

        JsonNode refused = answer(send(forged, null));

        assertThat(refused.path("code").asText()).isEqualTo("not-found");
        assertThat(running.api()
                        .get("dispatcher", "/work-order-tasks/{n}", task)
                        .getString("state"))
                .isEqualTo("ASSIGNED");
    }

    @Test
    void anAnswerGoesToTheSendersOwnQueuesOnly() throws Exception {
        String task = taskOf("contractor");
        Queue own = session.createQueue("reply.field-system.berlin");
        MessageConsumer berlin = session.createConsumer(own);

        String first = send(update(task, "accept"), own);
        JsonNode there = JSON.readTree(((TextMessage) berlin.receive(30_000)).getText());
        String second = send(update(task, "start"), session.createQueue("om.work-order-events"));

        assertThat(there.path("state").asText()).as(first).isEqualTo("ACCEPTED");
        assertThat(answer(second).path("state").asText()).isEqualTo("WORK_IN_PROGRESS");
    }

    @Test
    void whatCannotBeReadIsAnsweredAndTheNextIsServed() throws Exception {
        String task = taskOf("contractor");

        JsonNode refused = answer(send("{\"reference\": ", null));
        JsonNode next = answer(send(update(task, "accept"), null));

        assertThat(refused.path("code").asText()).isEqualTo("not-json");
        assertThat(next.path("state").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void aDeadLetterIsReplayedInTheNameOfTheSystemThatSentIt() throws Exception {
        String mark = UUID.randomUUID().toString();
        String broken = send("{\"mark\": \"" + mark + "\", \"reference\": ", null);
        assertThat(answer(broken).path("code").asText()).isEqualTo("not-json");
        Api api = running.api();
        String mine = "it.sender == '" + SYSTEM + "' && it.replayable && it.body?.contains('" + mark + "')";
        String letter = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> api.idOf("admin", "/sync/dead-letters", mine), id -> id != null);

        assertThat(api.act("admin", "/sync/dead-letters/{id}/replay", letter).getString("outcome"))
                .isEqualTo("REPLAYED");

        // no better than before, but its sender is told, with its own correlation id
        assertThat(answer(broken).path("code").asText()).isEqualTo("not-json");
        assertThat(api.get("admin", "/sync/dead-letter-actions").getString("[0].kind"))
                .isEqualTo("REPLAY");
    }

    /** The broker keeps a large message in a file of its own, and is slow with it. */
    @Test
    void theListOfDeadLettersGoesOnBehindALargeOne() throws Exception {
        String mark = UUID.randomUUID().toString();
        for (int i = 0; i < LARGE; i++) {
            String broken = send("{\"mark\": \"" + mark + "-" + i + "\", \"text\": \"" + "x".repeat(300_000), null);
            assertThat(answer(broken).path("code").asText()).isEqualTo("not-json");
        }
        Api api = running.api();
        String last = "it.body?.contains('" + mark + "-" + (LARGE - 1) + "')";
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> api.idOf("admin", "/sync/dead-letters", last), id -> id != null);

        for (int i = 0; i < LARGE; i++) {
            String letter = api.idOf("admin", "/sync/dead-letters", "it.body?.contains('" + mark + "-" + i + "')");
            assertThat(letter).as("letter %s", i).isNotNull();
            assertThat(api.post("admin", "/sync/dead-letters/{id}/discard", Map.of("reason", "tried"), letter)
                            .getString("kind"))
                    .isEqualTo("DISCARD");
        }
    }

    @Test
    void aSystemSeesAndDoesByRestWhatItsCrewMay() {
        String theirs = taskOf("contractor");
        String ours = taskOf("technician");
        Api api = running.api();

        assertThat(api.as(SYSTEM)
                        .queryParam("technician", "contractor")
                        .queryParam("state", "ASSIGNED")
                        .queryParam("size", 200)
                        .get("/work-order-tasks")
                        .jsonPath()
                        .<String>getList("number"))
                .contains(theirs)
                .doesNotContain(ours);
        api.act(SYSTEM, "/work-order-tasks/{n}/acceptance", theirs);
        api.as(SYSTEM).post("/work-order-tasks/{n}/acceptance", ours).then().statusCode(404);
    }

    private static String update(String task, String action) {
        return "{\"reference\":\"" + UUID.randomUUID() + "\",\"task\":\"" + task + "\",\"action\":\"" + action + "\"}";
    }

    private String send(String body, Queue replyTo) throws JMSException {
        return send(session.createTextMessage(body), replyTo);
    }

    private String send(TextMessage message, Queue replyTo) throws JMSException {
        String correlation = UUID.randomUUID().toString();
        message.setJMSCorrelationID(correlation);
        message.setJMSReplyTo(replyTo);
        session.createProducer(session.createQueue("fsm.partner-updates")).send(message);
        return correlation;
    }

    /** The answer to this; those to what other tests have sent as the same system are passed over. */
    private JsonNode answer(String correlation) throws Exception {
        TextMessage answer;
        do {
            answer = (TextMessage) answers.receive(30_000);
            assertThat(answer).as("an answer").isNotNull();
        } while (!correlation.equals(answer.getJMSCorrelationID()));
        return JSON.readTree(answer.getText());
    }

    /** The task of a new work order, given to the technician. */
    private static String taskOf(String technician) {
        Api api = running.api();
        OrderDesk desk = new OrderDesk(api);
        String account = desk.accountWithLocations(1);
        String order = desk.approved(desk.order(
                        account,
                        List.of(desk.item(
                                "SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1))))
                .getString("number");
        String workOrder = desk.confirmedWorkOrders(order).get(0);
        if ("AWAITING_QUALIFICATION"
                .equals(api.get("dispatcher", "/work-orders/{n}", workOrder).getString("state"))) {
            api.act("dispatcher", "/work-orders/{n}/qualification", workOrder);
        }
        String task = api.get("dispatcher", "/work-orders/{n}", workOrder).getString("tasks[0].number");
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(48, ChronoUnit.HOURS);
        api.post(
                "dispatcher",
                "/work-order-tasks/{n}/assignment",
                Map.of(
                        "technician",
                        technician,
                        "scheduledStart",
                        start.toString(),
                        "scheduledEnd",
                        start.plus(2, ChronoUnit.HOURS).toString(),
                        "override",
                        true,
                        "overrideReason",
                        "Agreed by phone"),
                task);
        return task;
    }
}
