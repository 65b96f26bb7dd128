package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.FieldWork;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.Postgres;
import io.orderfield.it.support.RunningServer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of an order that is under way, over HTTP and with Field Service at the other end. */
@ExtendWith(RunningServer.class)
class ChangesOfOrdersIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static Api api;
    private static Postgres postgres;
    private static OrderDesk desk;
    private static FieldWork field;
    private static String account;
    private static List<String> locations;

    @BeforeAll
    static void server(RunningServer running) {
        api = running.api();
        postgres = running.postgres();
        desk = new OrderDesk(api);
        field = new FieldWork(api);
        account = desk.accountWithLocations(3);
        locations = desk.locationsOf(account);
    }

    @Test
    void aRevisionIsPreviewedAndConfirmedOnlyWhileThePreviewHolds() {
        String order = approved("MANAGED-WIFI", 1);
        String item = item(order, 0);
        Response preview = api.as("agent").body(Map.of("quantity", 2)).post("/line-items/{n}/impact", item);
        assertThat(preview.statusCode()).as(preview.asString()).isEqualTo(200);
        assertThat(preview.jsonPath().getList("creates.template")).containsExactly("AP-INSTALL");
        assertThat(item(item).getInt("version")).isEqualTo(1);

        ok(api.as("agent").body(Map.of("priority", 2)).patch("/line-items/{n}", item));
        Response late = api.as("agent")
                .header("If-Match", preview.header("ETag"))
                .body(Map.of("quantity", 2))
                .patch("/line-items/{n}", item);
        problem(late, 412, "stale");
        Response again = api.as("agent").body(Map.of("quantity", 2)).post("/line-items/{n}/impact", item);
        JsonPath revised = ok(api.as("agent")
                .header("If-Match", again.header("ETag"))
                .body(Map.of("quantity", 2))
                .patch("/line-items/{n}", item));

        assertThat(revised.getInt("version")).isEqualTo(3);
        assertThat(revised.getString("inflightChange.state")).isEqualTo("APPLIED");
        await().atMost(SOON).until(() -> desk.confirmedWorkOrders(order).size() == 2);
        assertThat(api.get("viewer", "/line-items/{n}/versions", item).getList("version"))
                .containsExactly(1, 2, 3);
    }

    @Test
    void aRevisionOfTheOrderChangesWhatIsNotPastThePointOfNoReturnAndNamesTheRest() {
        String order = approved("SITE-SURVEY", 3);
        String past = item(order, 1);
        ok(api.as("agent").body(Map.of("reason", "Agreed")).post("/line-items/{n}/point-of-no-return", past));
        Map<String, Object> revision = Map.of("priority", 2, "externalReference", "REF-2");

        Response preview = api.as("agent").body(revision).post("/customer-orders/{n}/impact", order);
        assertThat(preview.statusCode()).as(preview.asString()).isEqualTo(200);
        JsonPath impact = preview.jsonPath();
        assertThat(impact.getList("lineItems")).containsExactly(item(order, 0), item(order, 2));
        assertThat(impact.getList("leftAlone.lineItem")).containsExactly(past);
        assertThat(impact.getList("leftAlone.code")).containsExactly("past-point-of-no-return");
        assertThat(impact.getList("differences.field")).containsExactly("priority", "externalReference");
        problem(api.as("viewer").body(revision).post("/customer-orders/{n}/impact", order), 403, "forbidden");

        JsonPath revised = ok(api.as("agent")
                .header("If-Match", preview.header("ETag"))
                .body(revision)
                .patch("/customer-orders/{n}", order));
        assertThat(revised.getList("lineItems.priority")).containsExactly(2, 3, 2);
        assertThat(revised.getString("externalReference")).isEqualTo("REF-2");
        problem(
                api.as("agent")
                        .header("If-Match", preview.header("ETag"))
                        .body(Map.of("priority", 4))
                        .patch("/customer-orders/{n}", order),
                412,
                "stale");

        for (int i : List.of(0, 2)) {
            ok(api.as("agent").body(Map.of()).post("/line-items/{n}/point-of-no-return", item(order, i)));
        }
        problem(
                api.as("agent").body(revision).post("/customer-orders/{n}/impact", order),
                409,
                "past-point-of-no-return");
        problem(
                api.as("agent").body(Map.of("priority", 1)).patch("/customer-orders/{n}", order),
                409,
                "past-point-of-no-return");
    }

    @Test
    void itemsOfAnOrderAreListedPageByPage() {
        String order = approved("SITE-SURVEY", 3);
        Response page = api.as("viewer")
                .queryParam("size", 2)
                .queryParam("page", 1)
                .get("/customer-orders/{n}/line-items", order);
        assertThat(page.header("X-Total-Count")).isEqualTo("3");
        assertThat(page.jsonPath().getList("number")).containsExactly(item(order, 2));
        assertThat(api.as("viewer")
                        .queryParam("state", "ON_HOLD")
                        .get("/customer-orders/{n}/line-items", order)
                        .header("X-Total-Count"))
                .isEqualTo("0");
        problem(
                api.as("viewer").queryParam("state", "LOST").get("/customer-orders/{n}/line-items", order),
                400,
                "unknown-state");
        problem(api.as("viewer").get("/customer-orders/{n}/line-items", "ORD9999999"), 404, "not-found");
    }

    @Test
    void aRefusedCancellationIsDecidedByTheManagerEitherWay() throws Exception {
        String order = approved("SITE-SURVEY", 2);
        desk.confirmedWorkOrders(order);
        String anyway = canceling(order, 0);
        String kept = canceling(order, 1);

        assertThat(api.get("viewer", "/customer-orders/{n}/cancellations", order)
                        .getList("lineItem"))
                .containsExactlyInAnyOrder(anyway, kept);
        problem(decide("agent", anyway, "keep"), 403, "forbidden");
        problem(decide("manager", anyway, "perhaps"), 400, "invalid-request");

        assertThat(ok(decide("manager", anyway, "cancelAnyway")).getString("state"))
                .isEqualTo("CANCELED");
        assertThat(ok(decide("manager", kept, "keep")).getString("state")).isEqualTo("IN_PROGRESS");
        problem(decide("manager", kept, "keep"), 409, "wrong-state");
        assertThat(api.get("viewer", "/customer-orders/{n}/cancellations", order)
                        .getList(""))
                .isEmpty();
    }

    /**
     * Cancels an item whose work is completed at the same moment: Field Service has closed it before the cancellation comes,
     * and Order Management has not heard of it before it sends that. Both wait for a lock in this order.
     */
    private static String canceling(String order, int index) throws Exception {
        String item = item(order, index);
        String domainOrder = withWork(item);
        String workOrder = api.get("agent", "/domain-orders/{n}", domainOrder).getString("workOrders[0].number");
        field.assign(workOrder);
        field.accept(workOrder);
        await().atMost(SOON).until(() -> api.get("agent", "/domain-orders/{n}", domainOrder)
                .getString("workOrders[0].state")
                .equals("ACCEPTED"));
        ExecutorService agent = Executors.newSingleThreadExecutor();
        try (Connection database = postgres.connection()) {
            database.setAutoCommit(false);
            lock(database, item);
            Future<Response> canceled = agent.submit(
                    () -> api.as("agent").body(Map.of("reason", "Moved")).post("/line-items/{n}/cancellation", item));
            await().atMost(SOON).until(() -> isAwaited(database));
            field.complete(workOrder);
            database.rollback();
            assertThat(ok(canceled.get()).getString("state")).isEqualTo("CANCELLATION_IN_PROGRESS");
        } finally {
            agent.shutdownNow();
        }
        await().atMost(SOON).until(() -> api.get("agent", "/line-items/{n}/cancellation", item)
                .getBoolean("decidable"));
        return item;
    }

    private static void lock(Connection database, String item) throws SQLException {
        try (PreparedStatement lock =
                database.prepareStatement("select id from om.order_line_item where number = ? for update")) {
            lock.setString(1, item);
            assertThat(lock.executeQuery().next()).isTrue();
        }
    }

    /** Whether somebody waits for a lock that this connection holds. */
    private static boolean isAwaited(Connection database) throws SQLException {
        try (Statement waiting = database.createStatement();
                ResultSet row = waiting.executeQuery("select exists (select 1 from pg_locks l where not l.granted"
                        + " and pg_backend_pid() = any (pg_blocking_pids(l.pid)))")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Response decide(String user, String item, String decision) {
        return api.as(user)
                .body(Map.of("decision", decision, "reason", "As the customer wants it"))
                .post("/line-items/{n}/cancellation-decision", item);
    }

    @Test
    void aDomainOrderIsPlannedAgainWithItsPreview() {
        String domainOrder = withWork(item(approved("SITE-SURVEY", 1), 0));
        Response preview = api.as("manager").get("/domain-orders/{n}/replanning/impact", domainOrder);
        assertThat(preview.statusCode()).as(preview.asString()).isEqualTo(200);
        assertThat(preview.jsonPath().getList("creates")).isEmpty();
        problem(
                api.as("manager")
                        .header("If-Match", "\"0123456789abcdef0123456789abcdef\"")
                        .body(Map.of())
                        .post("/domain-orders/{n}/replanning", domainOrder),
                412,
                "stale");
        problem(api.as("agent").body(Map.of()).post("/domain-orders/{n}/replanning", domainOrder), 403, "forbidden");
        JsonPath planned = ok(api.as("manager")
                .header("If-Match", preview.header("ETag"))
                .body(Map.of("reason", "To be sure"))
                .post("/domain-orders/{n}/replanning", domainOrder));
        assertThat(planned.getList("workOrders.template")).containsExactly("SITE-SURVEY");
        assertThat(kinds(domainOrder)).contains("replanned");
    }

    @Test
    void aDomainOrderIsHeldAndResumedByItself() {
        String order = approved("SITE-SURVEY", 1);
        String domainOrder = withWork(item(order, 0));
        String workOrder = desk.confirmedWorkOrders(order).get(0);
        assertThat(ok(api.as("manager")
                                .body(Map.of("reason", "Road is closed"))
                                .post("/domain-orders/{n}/hold", domainOrder))
                        .getString("state"))
                .isEqualTo("ON_HOLD");
        problem(api.as("manager").body(Map.of()).post("/domain-orders/{n}/hold", domainOrder), 409, "wrong-state");
        await().atMost(SOON)
                .until(() -> Boolean.TRUE.equals(
                        api.get("dispatcher", "/work-orders/{n}", workOrder).get("onHold")));
        field.assign(workOrder);
        field.accept(workOrder);
        problem(
                api.as("technician")
                        .body(Map.of())
                        .post(
                                "/work-order-tasks/{n}/start",
                                field.tasks(workOrder).get(0)),
                409,
                "work-on-hold");
        assertThat(ok(api.as("manager").body(Map.of()).post("/domain-orders/{n}/resumption", domainOrder))
                        .getString("state"))
                .isEqualTo("IN_PROGRESS");
        await().atMost(SOON)
                .untilAsserted(() -> ok(api.as("technician")
                        .body(Map.of())
                        .post(
                                "/work-order-tasks/{n}/start",
                                field.tasks(workOrder).get(0))));
    }

    @Test
    void workThatFieldServiceRefusedIsAskedForAgainOrWaived() {
        String location = api.post(
                        "admin",
                        "/locations",
                        Map.of(
                                "account", account,
                                "name", "Too long a code",
                                "street", "1 Pier",
                                "postalCode", "X".repeat(45), // longer than Field Service takes
                                "city", "Edinburgh",
                                "region", "Lothian",
                                "country", "GB",
                                "timeZone", "Europe/London"))
                .getString("number");
        String order = desk.approved(desk.order(
                        account,
                        List.of(
                                desk.item("SITE-SURVEY", List.of(location), 1),
                                desk.item("SITE-SURVEY", List.of(location), 1))))
                .getString("number");
        String waived = refused(item(order, 0));
        String retried = refused(item(order, 1));

        problem(api.as("manager").body(Map.of()).post("/domain-orders/{n}/closure", waived), 409, "open-work-orders");
        String waiver = "/domain-orders/" + waived + "/refused-work-orders/" + key(waived) + "/waiver";
        problem(api.as("agent").body(Map.of("reason", "No")).post(waiver), 403, "forbidden");
        problem(api.as("manager").body(Map.of()).post(waiver), 400, "invalid-request");
        ok(api.as("manager").body(Map.of("reason", "Surveyed last year")).post(waiver));
        problem(
                api.as("manager").body(Map.of()).post("/domain-orders/{n}/closure", waived),
                409,
                "incomplete-work-not-acknowledged");

        String retry = "/domain-orders/" + retried + "/refused-work-orders/" + key(retried) + "/retry";
        ok(api.as("admin").body(Map.of("postalCode", "EH1 1AA")).patch("/locations/{n}", location));
        ok(api.as("manager").body(Map.of()).post(retry));
        await().atMost(SOON)
                .until(() -> api.get("agent", "/domain-orders/{n}", retried).getString("workOrders[0].number") != null);
        problem(api.as("manager").body(Map.of()).post(retry), 409, "wrong-state");
    }

    private static String refused(String item) {
        String domainOrder = withWork(item);
        await().atMost(SOON).until(() -> api.get("agent", "/domain-orders/{n}", domainOrder)
                .getString("workOrders[0].state")
                .equals("REFUSED"));
        return domainOrder;
    }

    private static String key(String domainOrder) {
        return api.get("agent", "/domain-orders/{n}", domainOrder).getString("workOrders[0].key");
    }

    private static String approved(String product, int items) {
        return desk.approved(desk.order(account, List.of(desk.item(product, locations.subList(0, items), 1))))
                .getString("number");
    }

    private static String item(String order, int index) {
        return api.get("agent", "/customer-orders/{n}", order).getString("lineItems[" + index + "].number");
    }

    private static JsonPath item(String number) {
        return api.get("agent", "/line-items/{n}", number);
    }

    /** The item's domain order that has work orders. */
    private static String withWork(String item) {
        String order = item(item).getString("customerOrder");
        return desk.domainOrders(order).stream()
                .filter(d -> {
                    JsonPath record = api.get("agent", "/domain-orders/{n}", d);
                    return record.getString("lineItem").equals(item)
                            && !record.getList("workOrders").isEmpty();
                })
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> kinds(String domainOrder) {
        return desk.notes(domainOrder).stream().map(n -> n.get("kind")).toList();
    }

    private static JsonPath ok(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static void problem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("code")).as(answer.asString()).isEqualTo(code);
    }
}
