package io.orderfield.upgrade;

import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.FieldWork;
import io.orderfield.it.support.OrderDesk;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.qpid.jms.JmsConnectionFactory;

/** Furnishes a server through its REST and message doors alone, so that the code of any commit can be furnished. */
final class House {
    /** The external reference of the orders that are on their way when the server dies starts so. */
    static final String UNDER_WAY = "under-way";

    /** A user who is neither of the demo nor of a role that changes anything. */
    static final String USER = "quinn.before";

    static final String USER_PASSWORD = "kept over the upgrade 7";

    /** Outside applications, as in {@code ARTEMIS_USERS}. */
    static final String USERS =
            "integrator=integrator-before:integrator;partner=partner-before:partner;field-system=field-before:field-system";

    static final String APPLICATION = "orderfield";
    static final String SUBSCRIPTION = "orders";

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String AGENT = "agent";
    private static final String MANAGER = "manager";
    private static final Map<String, Object> NOT_NEEDED = Map.of("reason", "The customer does not need it");

    private final Api api;
    private final OrderDesk desk;
    private final FieldWork field;
    private final int broker;
    private final String applicationPassword;
    private final String account;
    private final List<String> locations;

    House(Api api, int broker, String applicationPassword) {
        this.api = api;
        this.desk = new OrderDesk(api);
        this.field = new FieldWork(api);
        this.broker = broker;
        this.applicationPassword = applicationPassword;
        this.account = desk.accountWithLocations(2);
        this.locations = desk.locationsOf(account);
    }

    /** Everything that is at rest. */
    void furnish() throws JMSException {
        subscribe();
        api.post(
                "admin",
                "/users",
                Map.of(
                        "username",
                        USER,
                        "displayName",
                        "Quinn Before",
                        "roles",
                        List.of("viewer"),
                        "password",
                        USER_PASSWORD));
        ordersOfEveryState();
        workOrdersOfEveryState();
        refusedWork();
        deadLetters();
    }

    private void ordersOfEveryState() {
        api.post(AGENT, "/customer-orders", order(1));
        placed(order(1));
        String rejected = placed(order(1));
        api.post(MANAGER, "/customer-orders/{n}/rejection", Map.of("reason", "The credit limit is reached"), rejected);
        String canceled = placed(order(1));
        api.post(AGENT, "/customer-orders/{n}/cancellation", NOT_NEEDED, canceled);
        String held = approved(order(1));
        api.post(AGENT, "/customer-orders/{n}/hold", Map.of("reason", "The permit is missing"), held);
        String completed = approved(order(1));
        desk.confirmedWorkOrders(completed).forEach(field::doAll);
        closeAll(completed);
        String undecided = approved(order(1));
        // with work that passes no point of no return
        field.doAll(desk.confirmedWorkOrders(undecided).stream()
                .filter(w -> "SITE-SURVEY"
                        .equals(api.get("dispatcher", "/work-orders/{n}", w).getString("template")))
                .findFirst()
                .orElseThrow());
        api.post(AGENT, "/customer-orders/{n}/cancellation", NOT_NEEDED, undecided);
        String past = approved(order(1));
        String item = api.get(AGENT, "/customer-orders/{n}", past).getString("lineItems[0].number");
        api.as(AGENT)
                .body(Map.of("quantity", 3))
                .patch("/line-items/{n}", item)
                .then()
                .statusCode(200);
        api.post(AGENT, "/line-items/{n}/point-of-no-return", Map.of("reason", "The trench is dug"), item);
    }

    private void workOrdersOfEveryState() {
        String order = approved(order(5));
        List<String> works = desk.confirmedWorkOrders(order);
        api.act("dispatcher", "/work-orders/{n}/qualification", waiting(works));
        field.assign(works.get(1));
        field.assign(works.get(2));
        field.accept(works.get(2));
        field.assign(works.get(3));
        field.accept(works.get(3));
        field.startFirst(works.get(3));
        photo(field.tasks(works.get(3)).get(0));
        field.doAll(works.get(4));
        api.post("dispatcher", "/work-orders/{n}/cancellation", Map.of("reason", "The site is flooded"), works.get(5));
        field.assign(works.get(6));
        field.accept(works.get(6));
        for (String task : field.tasks(works.get(6))) {
            api.act(FieldWork.TECHNICIAN, "/work-order-tasks/{n}/start", task);
            api.post(
                    FieldWork.TECHNICIAN,
                    "/work-order-tasks/{n}/completion",
                    Map.of("closeCode", "incomplete", "note", "The duct is blocked"),
                    task);
        }
        api.post("dispatcher", "/work-orders/{n}/notes", Map.of("text", "The gate code is 4711"), works.get(1));
        api.post(
                AGENT,
                "/domain-orders/{n}/work-notes",
                Map.of("text", "Bring the long ladder", "shareWithFieldService", true),
                desk.domainOrders(order).get(1));
        String item = api.get(AGENT, "/customer-orders/{n}", order).getString("lineItems[0].number");
        api.as(AGENT)
                .body(Map.of("specialInstructions", "Use the loading dock"))
                .patch("/line-items/{n}", item)
                .then()
                .statusCode(200);
        parkAnEntry(order);
    }

    private String waiting(List<String> works) {
        return works.stream()
                .filter(w -> "AWAITING_QUALIFICATION".equals(field.state(w)))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private void photo(String task) {
        byte[] bytes = new byte[3_000];
        new Random(1).nextBytes(bytes);
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        System.arraycopy(head, 0, bytes, 0, head.length);
        api.as(FieldWork.TECHNICIAN)
                .contentType("image/png")
                .queryParam("filename", "duct.png")
                .body(bytes)
                .post("/work-order-tasks/{n}/attachments", task)
                .then()
                .statusCode(201);
    }

    /** An entry behind a gap that Field Service will never fill: the message tells of a later one than there is. */
    private void parkAnEntry(String order) {
        String key = desk.domainOrders(order).stream()
                .flatMap(d -> api.get(AGENT, "/domain-orders/{n}", d).<String>getList("workOrders.key").stream())
                .findFirst()
                .orElseThrow();
        send(
                APPLICATION,
                applicationPassword,
                "om.work-order-events",
                "WorkOrderChanged.v1",
                "{\"workOrderKey\":\"" + key + "\",\"snapshotRevision\":0,\"answeredRequestRevision\":0,\"snapshot\":"
                        + "{\"state\":\"QUALIFIED\",\"onHold\":false,\"rescheduleNeeded\":false,"
                        + "\"acknowledgementPending\":false,\"tasks\":[]},\"entries\":[{\"sequence\":900,"
                        + "\"occurredAt\":\"" + Instant.now() + "\",\"kind\":\"note\",\"author\":\"Terry One\","
                        + "\"changes\":[],\"text\":\"Told before what came before it\"}]}");
    }

    /** One that is asked for again with success, which stores a note in English, one waived, one left as it is. */
    private void refusedWork() {
        String mended = refused();
        String location = api.get("viewer", "/fallouts/{n}", mended).getString("domainOrder");
        String place = api.get(AGENT, "/domain-orders/{n}", location).getString("location");
        api.as("admin")
                .body(Map.of("postalCode", "EH1 1AA"))
                .patch("/locations/{n}", place)
                .then()
                .statusCode(200);
        api.act(MANAGER, "/fallouts/{n}/retry", mended);
        String domainOrder = api.get("viewer", "/fallouts/{n}", refused()).getString("domainOrder");
        String key = api.get(AGENT, "/domain-orders/{n}", domainOrder).getString("workOrders[0].key");
        api.post(
                MANAGER,
                "/domain-orders/{n}/refused-work-orders/{key}/waiver",
                Map.of("reason", "The landlord does it"),
                domainOrder,
                key);
        refused();
    }

    /** @return the number of the fallout */
    private String refused() {
        String place = api.post(
                        "admin",
                        "/locations",
                        Map.of(
                                "account", account,
                                "name", "Harbor office",
                                "street", "1 Pier",
                                // longer than Field Service takes
                                "postalCode", "X".repeat(45),
                                "city", "Edinburgh",
                                "region", "Lothian",
                                "country", "GB",
                                "timeZone", "Europe/London"))
                .getString("number");
        String order = desk.approved(desk.order(account, List.of(desk.item("SITE-SURVEY", List.of(place), 1))))
                .getString("number");
        return await().atMost(SOON)
                .until(
                        () -> api.as("viewer")
                                .queryParam("customerOrder", order)
                                .get("/fallouts")
                                .jsonPath()
                                .getString("[0].number"),
                        number -> number != null);
    }

    private void deadLetters() {
        send(APPLICATION, applicationPassword, "om.work-order-events", "WorkOrderChanged.v1", "{\"workOrderKey\": ");
        send(APPLICATION, applicationPassword, "fsm.work-order-commands", "RequestWorkOrder.v99", "{}");
        await().atMost(SOON)
                .until(() -> api.get("admin", "/sync/dead-letters").getList("").size() >= 2);
    }

    private void subscribe() throws JMSException {
        try (Connection connection = connect("integrator", "integrator-before")) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            session.createDurableSubscriber(session.createTopic("om.events"), SUBSCRIPTION)
                    .close();
        }
    }

    /**
     * Sends more off than is worked off in a moment: an order with many items, and messages of a partner.
     *
     * @return the large order's number
     */
    String setOff(int items) {
        Map<String, Object> order = new HashMap<>(desk.order(
                account, Collections.nCopies(items, desk.item("FIBER-INTERNET", locations.subList(0, 1), 1))));
        order.put("externalReference", UNDER_WAY + "-" + UUID.randomUUID());
        String number = placed(order);
        api.act(MANAGER, "/customer-orders/{n}/approval", number);
        return number;
    }

    private void closeAll(String order) {
        await().atMost(SOON).untilAsserted(() -> {
            api.as(MANAGER).body(Map.of()).post("/customer-orders/{n}/closure", order);
            if (!"COMPLETED"
                    .equals(api.get(AGENT, "/customer-orders/{n}", order).getString("state"))) {
                throw new AssertionError(order + " is not completed yet");
            }
        });
    }

    private Map<String, Object> order(int items) {
        List<Map<String, Object>> wanted = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            wanted.add(desk.item("FIBER-INTERNET", List.of(locations.get(i % 2)), 1));
        }
        return desk.order(account, wanted);
    }

    private String placed(Map<String, Object> order) {
        String number = api.post(AGENT, "/customer-orders", order).getString("number");
        api.act(AGENT, "/customer-orders/{n}/placement", number);
        return number;
    }

    private String approved(Map<String, Object> order) {
        String number = desk.approved(order).getString("number");
        desk.confirmedWorkOrders(number);
        return number;
    }

    private void send(String user, String password, String queue, String type, String body) {
        try (Connection connection = connect(user, password)) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            TextMessage message = session.createTextMessage(body);
            message.setStringProperty("messageType", type);
            message.setStringProperty("messageId", UUID.randomUUID().toString());
            message.setStringProperty("occurredAt", Instant.now().toString());
            session.createProducer(session.createQueue(queue)).send(message);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(String user, String password) throws JMSException {
        return connect(broker, user, password);
    }

    static Connection connect(int broker, String user, String password) throws JMSException {
        Connection connection = new JmsConnectionFactory("amqp://127.0.0.1:" + broker).createConnection(user, password);
        try {
            connection.setClientID(user + "-application");
            connection.start();
            return connection;
        } catch (JMSException e) {
            connection.close();
            throw e;
        }
    }
}
