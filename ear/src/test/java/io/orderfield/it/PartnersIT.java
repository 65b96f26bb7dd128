package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderfield.it.support.Api;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.RunningServer;
import io.restassured.response.Response;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partner's application: orders by message (AMQP 1.0, a client library that is not ours), and what it sees by REST. */
@ExtendWith(RunningServer.class)
class PartnersIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static RunningServer running;
    private static Api api;
    private static String account;
    private static String location;

    /** What fits every body that is asked for here; what a path doesn't know of it, it ignores or would refuse later. */
    private static final Map<String, Object> BODY = Map.of("reason", "Not mine", "decision", "keep");

    /** Method, path, and what a partner gets to see of a record of another account. */
    private static final List<String> FOREIGN = List.of(
            "GET /customer-orders/{order}/line-items 404",
            "GET /customer-orders/{order}/cancellations 404",
            "POST /customer-orders/{order}/impact 404",
            "POST /customer-orders/{order}/line-items/impact 404",
            "GET /line-items/{item}/versions 404",
            "GET /line-items/{item}/cancellation 404",
            "GET /line-items/{item}/cancellation/impact 404",
            "POST /line-items/{item}/impact 404",
            "POST /line-items/{item}/cancellation-decision 403",
            "POST /line-items/{item}/closure 403",
            "GET /inflight-changes/{change} 404",
            "GET /inflight-changes/{change}/impact 404",
            "GET /inflight-changes?customerOrder={order} empty",
            "POST /inflight-changes/{change}/approval 403",
            "POST /inflight-changes/{change}/refusal 403",
            "POST /inflight-changes/{change}/withdrawal 404",
            "GET /domain-orders?customerOrder={order} empty",
            "GET /domain-orders/{domainOrder}/work-notes 404",
            "GET /domain-orders/{domainOrder}/plan 404",
            "GET /domain-orders/{domainOrder}/plan/rows 404",
            "GET /domain-orders/{domainOrder}/attachments 404",
            "GET /domain-orders/{domainOrder}/replanning/impact 403",
            "POST /domain-orders/{domainOrder}/replanning 403",
            "POST /domain-orders/{domainOrder}/refused-work-orders/{key}/retry 403",
            "POST /domain-orders/{domainOrder}/refused-work-orders/{key}/waiver 403",
            "GET /work-orders 403",
            "GET /work-orders/{workOrder} 404",
            "GET /work-orders/{workOrder}/activity 403",
            "POST /work-orders/{workOrder}/cancellation 403",
            "POST /work-orders/{workOrder}/notes 403",
            "GET /work-order-tasks/{task} 404",
            "GET /work-order-tasks/{task}/attachments 403",
            "POST /work-order-tasks/{task}/acceptance 403",
            "GET /fallouts 403",
            "GET /fallouts?customerOrder={order} 403",
            "GET /sync 403",
            "GET /sync/dead-letters 403",
            "GET /sync/reconciliation 403",
            "POST /sync/reconciliation 403",
            "GET /users 403",
            "GET /technicians 403",
            "GET /dispatch/tasks 403",
            "GET /follow-up-wishes 403",
            "GET /domain-orders/{domainOrder}/follow-up-wishes 403",
            "GET /customer-orders/{order}/cancellation/impact 404",
            "POST /customer-orders/{order}/cancellation 404",
            "GET /sync/unsent-messages/om 403");

    private final String reference = "PO-" + UUID.randomUUID();
    private Connection connection;
    private Session session;

    @BeforeAll
    static void server(RunningServer given) {
        running = given;
        api = given.api();
        account = api.get("partner", "/accounts").getString("[0].number");
        location = api.get("partner", "/locations").getString("[0].number");
    }

    @BeforeEach
    void connect() throws JMSException {
        connection = connect("partner");
        session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
    }

    @AfterEach
    void disconnect() throws JMSException {
        connection.close();
    }

    @Test
    void anOrderIsAnsweredAndReadableByItsPartner() throws Exception {
        JsonNode answer = ask(text(order(reference, 1)), "PartnerOrderAccepted.v1");

        assertThat(answer.get("externalReference").asText()).isEqualTo(reference);
        assertThat(answer.get("state").asText()).isEqualTo("NEW");
        assertThat(answer.get("repeated").asBoolean()).isFalse();
        var order = api.get(
                "partner", "/customer-orders/{n}", answer.get("customerOrder").asText());
        assertThat(order.getString("account")).isEqualTo(account);
        assertThat(order.getString("createdBy")).isEqualTo("partner");
        assertThat(order.getList("lineItems.number"))
                .containsExactly(answer.at("/lineItems/0/number").asText());
    }

    @Test
    void aRepeatIsAnsweredWithTheSameOrderHoweverItComes() throws Exception {
        String first = ask(text(order(reference, 1)), "PartnerOrderAccepted.v1")
                .get("customerOrder")
                .asText();
        BytesMessage bytes = session.createBytesMessage();
        bytes.writeBytes(order(reference, 7).getBytes(StandardCharsets.UTF_8));

        JsonNode repeat = ask(bytes, "PartnerOrderAccepted.v1");

        assertThat(repeat.get("customerOrder").asText()).isEqualTo(first);
        assertThat(repeat.get("repeated").asBoolean()).isTrue();
        assertThat(ordersWith(reference)).containsExactly(first);
    }

    @Test
    void anInvalidOrderIsAnsweredWithItsProblems() throws Exception {
        JsonNode answer = ask(text(order(reference, 10_000)), "PartnerOrderRefused.v1");

        assertThat(answer.get("code").asText()).isEqualTo("invalid-request");
        assertThat(answer.at("/errors/0/field").asText()).isEqualTo("lineItems[0].quantity");
        assertThat(ordersWith(reference)).isEmpty();
    }

    @Test
    void whatCannotBeReadIsAnsweredToo() throws Exception {
        assertThat(refusalOf("{\"externalReference\":")).isEqualTo("not-json");
        assertThat(refusalOf("[]")).isEqualTo("wrong-shape");
        assertThat(refusalOf("{\"externalReference\":\"" + "x".repeat(1_100_000) + "\"}"))
                .isEqualTo("body-too-long");
        Message otherType = text(order(reference, 1));
        otherType.setStringProperty("messageType", "PartnerOrder.v99");
        assertThat(ask(otherType, "PartnerOrderRefused.v1").get("code").asText())
                .isEqualTo("unknown-message-type");
    }

    @Test
    void theAnswerGoesToATemporaryQueueWhenThePartnerWantsIt() throws Exception {
        TemporaryQueue answers = session.createTemporaryQueue();
        Message order = text(order(reference, 1));

        JsonNode answer = ask(order, answers, answers, "PartnerOrderAccepted.v1");

        assertThat(answer.get("externalReference").asText()).isEqualTo(reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply.stranger.orders", "om.work-order-events"})
    void noAnswerGoesToAQueueThatIsNotThePartners(String elsewhere) throws Exception {
        JsonNode answer =
                ask(text(order(reference, 1)), session.createQueue(elsewhere), own(), "PartnerOrderAccepted.v1");

        assertThat(answer.get("externalReference").asText()).isEqualTo(reference);
    }

    @Test
    void aBrokerUserWithoutAPartnerIsToldSo() throws Exception {
        try (Connection other = connect("stranger")) {
            Session theirs = other.createSession(Session.AUTO_ACKNOWLEDGE);
            MessageConsumer answers = theirs.createConsumer(theirs.createQueue("reply.stranger.orders"));
            theirs.createProducer(theirs.createQueue("om.partner-orders"))
                    .send(theirs.createTextMessage(order(reference, 1)));

            Message answer = answers.receive(30_000);

            assertThat(answer).isNotNull();
            assertThat(JSON.readTree(((TextMessage) answer).getText())
                            .get("code")
                            .asText())
                    .isEqualTo("unknown-partner");
        }
        assertThat(ordersWith(reference)).isEmpty();
    }

    @Test
    void nobodyReadsTheAnswersOfAnother() throws Exception {
        for (String user : List.of("stranger", "integrator")) {
            try (Connection other = connect(user)) {
                Session theirs = other.createSession(Session.AUTO_ACKNOWLEDGE);
                assertThatThrownBy(() -> theirs.createConsumer(theirs.createQueue("reply.partner.orders")))
                        .isInstanceOf(JMSException.class);
                assertThatThrownBy(() -> theirs.createConsumer(theirs.createQueue("om.partner-orders")))
                        .isInstanceOf(JMSException.class);
            }
        }
    }

    @Test
    void nothingOfAnotherAccountIsFoundOnAnyPath() {
        OrderDesk desk = new OrderDesk(api);
        String foreign = api.get("agent", "/accounts").getList("number", String.class).stream()
                .filter(a -> !a.equals(account) && !desk.locationsOf(a).isEmpty())
                .findFirst()
                .orElseThrow();
        String order = desk.approved(desk.order(
                        foreign,
                        List.of(desk.item(
                                "SITE-SURVEY", desk.locationsOf(foreign).subList(0, 1), 1))))
                .getString("number");
        String item = api.get("agent", "/customer-orders/{n}", order).getString("lineItems[0].number");
        String domainOrder = desk.domainOrders(order).get(0);
        Map<String, Object> reason = Map.of("reason", "Not mine");
        Map<String, Object> newItem = desk.item("SITE-SURVEY", List.of(location), 1);

        List<String> found = new ArrayList<>();
        see(found, "/customer-orders/" + order, Map.of("priority", 1), false);
        see(found, "/line-items/" + item, Map.of("quantity", 2), false);
        see(found, "/domain-orders/" + domainOrder, null, false);
        see(found, "/domain-orders/" + domainOrder + "/work-notes", Map.of("text", "Seen"), true);
        act(found, "/customer-orders/" + order + "/line-items", newItem);
        act(found, "/customer-orders/" + order + "/placement", Map.of());
        act(found, "/customer-orders/" + order + "/withdrawal", Map.of());
        act(found, "/customer-orders/" + order + "/rework", Map.of());
        act(found, "/customer-orders/" + order + "/cancellation", reason);
        act(found, "/line-items/" + item + "/impact", Map.of("quantity", 2));
        act(found, "/line-items/" + item + "/cancellation", reason);
        act(found, "/line-items/" + item + "/copies", Map.of("locations", List.of(location)));
        String importPath = "/customer-orders/" + order + "/line-items/import";
        String csv = "action,specification,location\nadd,SITE-SURVEY," + location + "\n";
        if (api.as("partner").contentType("text/csv").body(csv).post(importPath).statusCode() != 404) {
            found.add("POST " + importPath);
        }
        if (api.as("partner").accept("text/csv").get(importPath).statusCode() != 404) {
            found.add("GET " + importPath);
        }
        if (api.as("partner").delete("/line-items/" + item).statusCode() != 404) {
            found.add("DELETE /line-items");
        }
        for (String action : List.of("approval", "rejection", "hold", "resumption", "closure")) {
            forbidden(found, "/customer-orders/" + order + "/" + action, reason);
        }
        forbidden(found, "/line-items/" + item + "/point-of-no-return", reason);
        for (String action : List.of("closure", "work-orders", "hold", "resumption")) {
            forbidden(found, "/domain-orders/" + domainOrder + "/" + action, Map.of("template", "X", "reason", "r"));
        }

        assertThat(found).isEmpty();
        assertThat(api.get("partner", "/customer-orders").getList("account")).containsOnly(account);
        assertThat(api.as("partner")
                        .queryParam("account", foreign)
                        .get("/customer-orders")
                        .jsonPath()
                        .getList(""))
                .isEmpty();
        assertThat(api.as("partner")
                        .queryParam("customerOrder", order)
                        .get("/domain-orders")
                        .jsonPath()
                        .getList(""))
                .isEmpty();
    }

    @Test
    void noNewerPathTellsAPartnerOfAnotherAccount() {
        OrderDesk desk = new OrderDesk(api);
        String foreign = api.get("agent", "/accounts").getList("number", String.class).stream()
                .filter(a -> !a.equals(account) && !desk.locationsOf(a).isEmpty())
                .findFirst()
                .orElseThrow();
        String order = desk.approved(desk.order(
                        foreign,
                        List.of(desk.item(
                                "SITE-SURVEY", desk.locationsOf(foreign).subList(0, 1), 1))))
                .getString("number");
        String workOrder = desk.confirmedWorkOrders(order).get(0);
        String item = api.get("agent", "/customer-orders/{n}", order).getString("lineItems[0].number");
        String change = api.as("agent")
                .body(Map.of("priority", 2))
                .patch("/line-items/{n}", item)
                .path("inflightChange.number");
        String domainOrder = desk.domainOrders(order).stream()
                .filter(d -> !api.get("agent", "/domain-orders/{n}", d)
                        .getList("workOrders")
                        .isEmpty())
                .findFirst()
                .orElseThrow();
        String key = api.get("agent", "/domain-orders/{n}", domainOrder).getString("workOrders[0].key");
        String task = api.get("dispatcher", "/work-orders/{n}", workOrder).getString("tasks[0].number");
        Map<String, String> records = Map.of(
                "{order}", order,
                "{item}", item,
                "{change}", change,
                "{domainOrder}", domainOrder,
                "{key}", key,
                "{workOrder}", workOrder,
                "{task}", task);

        List<String> leaks = new ArrayList<>();
        for (String line : FOREIGN) {
            String[] expected = line.split(" ");
            String path = expected[1];
            for (Map.Entry<String, String> record : records.entrySet()) {
                path = path.replace(record.getKey(), record.getValue());
            }
            Response answer = expected[0].equals("GET")
                    ? api.as("partner").get(path)
                    : api.as("partner").body(BODY).request(expected[0], path);
            boolean isEmpty =
                    answer.statusCode() == 200 && answer.asString().strip().equals("[]");
            String got = isEmpty ? "empty" : Integer.toString(answer.statusCode());
            if (!got.equals(expected[2])
                    || records.values().stream().anyMatch(leak(path, answer.asString())::contains)) {
                leaks.add(line + " was " + got + " " + answer.asString());
            }
        }

        assertThat(leaks).isEmpty();
    }

    /** What an answer tells beyond the path that was asked for. */
    private static String leak(String path, String answer) {
        String told = answer;
        for (String part : path.split("[/?=&]")) {
            told = part.isEmpty() ? told : told.replace(part, "");
        }
        return told;
    }

    private static void see(List<String> found, String path, Map<String, Object> change, boolean post) {
        if (api.as("partner").get(path).statusCode() != 404) {
            found.add("GET " + path);
        }
        if (change != null && post) {
            act(found, path, change);
        } else if (change != null && api.as("partner").body(change).patch(path).statusCode() != 404) {
            found.add("PATCH " + path);
        }
    }

    private static void act(List<String> found, String path, Map<String, Object> body) {
        if (api.as("partner").body(body).post(path).statusCode() != 404) {
            found.add("POST " + path);
        }
    }

    /** What no partner may do at all says so, and so tells nothing about the record either. */
    private static void forbidden(List<String> found, String path, Map<String, Object> body) {
        int status = api.as("partner").body(body).post(path).statusCode();
        if (status != 403 && status != 404) {
            found.add("POST " + path + " " + status);
        }
    }

    private String refusalOf(String body) throws Exception {
        return ask(text(body), "PartnerOrderRefused.v1").get("code").asText();
    }

    private JsonNode ask(Message order, String type) throws Exception {
        return ask(order, null, own(), type);
    }

    /** Sends and waits for the answer to this very message. */
    private JsonNode ask(Message order, Destination replyTo, Queue answers, String type) throws Exception {
        String correlation = UUID.randomUUID().toString();
        order.setJMSCorrelationID(correlation);
        order.setJMSReplyTo(replyTo);
        try (MessageConsumer consumer = answers instanceof TemporaryQueue
                ? session.createConsumer(answers)
                : session.createConsumer(answers, "JMSCorrelationID = '" + correlation + "'")) {
            session.createProducer(session.createQueue("om.partner-orders")).send(order);
            TextMessage answer = (TextMessage) consumer.receive(30_000);
            assertThat(answer).as("answer").isNotNull();
            assertThat(answer.getJMSCorrelationID()).isEqualTo(correlation);
            assertThat(answer.getStringProperty("messageType")).isEqualTo(type);
            return JSON.readTree(answer.getText());
        }
    }

    private Queue own() throws JMSException {
        return session.createQueue("reply.partner.orders");
    }

    private TextMessage text(String body) throws JMSException {
        return session.createTextMessage(body);
    }

    private static String order(String reference, int quantity) throws Exception {
        Map<String, Object> order = new HashMap<>();
        order.put("externalReference", reference);
        order.put("account", "ACCT9999999");
        order.put("lineItems", List.of(new OrderDesk(api).item("SITE-SURVEY", List.of(location), quantity)));
        return JSON.writeValueAsString(order);
    }

    private static List<String> ordersWith(String reference) {
        return api.as("agent")
                .queryParam("externalReference", reference)
                .get("/customer-orders")
                .jsonPath()
                .getList("number");
    }

    private static Connection connect(String user) throws JMSException {
        String password = user.equals("partner") ? RunningServer.PARTNER_PASSWORD : RunningServer.INTEGRATOR_PASSWORD;
        Connection connection =
                new JmsConnectionFactory("amqp://127.0.0.1:" + running.brokerPort()).createConnection(user, password);
        connection.start();
        return connection;
    }
}
