package io.orderfield.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.FieldWork;
import io.orderfield.it.support.OrderDesk;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The heart of the product, section 1 of the domain description, step by step: through the REST API, the real services, the
 * real queues of the broker inside the server, and back.
 */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@RunAsClient
class OrderToClosureScenarioIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Api API = new Api(System.getProperty("it.address"));
    private static final OrderDesk DESK = new OrderDesk(API);
    private static final FieldWork FIELD = new FieldWork(API);

    private static String account;
    private static String order;
    private static List<String> items;
    private static String fiberItem;
    private static List<String> workOrders;
    private static String workedOn;
    private static String workedOnDomainOrder;
    private static String canceled;

    @Deployment(testable = false)
    static Archive<?> deployment() {
        return Deployments.ear();
    }

    @Test
    @Order(1)
    void agentCreatesAnOrderAndEachLocationGetsItsOwnLineItem() {
        account = DESK.accountWithLocations(4);
        List<String> locations = DESK.locationsOf(account);
        JsonPath created = API.post(
                "agent",
                "/customer-orders",
                DESK.order(
                        account,
                        List.of(
                                DESK.item("FIBER-INTERNET", locations.subList(0, 2), 1),
                                DESK.item("MANAGED-WIFI", locations.subList(1, 2), 2))));
        order = created.getString("number");
        items = created.getList("lineItems.number");
        assertThat(created.getString("state")).isEqualTo("DRAFT");
        assertThat(created.getList("lineItems.location", String.class))
                .containsExactly(locations.get(0), locations.get(1), locations.get(1));
        fiberItem = items.get(0);
    }

    @Test
    @Order(2)
    void agentReviewsAndPlacesIt() {
        assertThat(API.act("agent", "/customer-orders/{n}/placement", order).getString("state"))
                .isEqualTo("NEW");
    }

    @Test
    @Order(3)
    void anAgentMayNotApprove() {
        Response answer = API.as("agent").body(Map.of()).post("/customer-orders/{n}/approval", order);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("forbidden");
    }

    @Test
    @Order(4)
    void managerApprovesAndTheDecisionTableCallsForWorkOrders() {
        JsonPath approved = API.act("manager", "/customer-orders/{n}/approval", order);
        assertThat(approved.getString("state")).isEqualTo("IN_PROGRESS");
        assertThat(approved.getList("domainOrders.number")).hasSizeGreaterThan(items.size());

        workOrders = DESK.confirmedWorkOrders(order);
        assertThat(workOrders).isNotEmpty().doesNotContainNull().doesNotHaveDuplicates();
        for (String domainOrder : DESK.domainOrders(order)) {
            JsonPath record = API.get("agent", "/domain-orders/{n}", domainOrder);
            assertThat(record.getList("workOrders.tableVersion")).allMatch(v -> v.equals(1));
            assertThat(record.getList("workOrders.tableRow")).doesNotContainNull();
        }
        assertThat(API.get("dispatcher", "/work-orders?size=200").getList("number", String.class))
                .containsAll(workOrders);
    }

    @Test
    @Order(5)
    void approvingTwiceIsRefused() {
        Response again = API.as("manager").body(Map.of()).post("/customer-orders/{n}/approval", order);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.jsonPath().getString("code")).isEqualTo("wrong-state");
    }

    @Test
    @Order(6)
    void agentSeesTheWorkOrdersAndOneNoteOfEachCreation() {
        for (String workOrder : workOrders) {
            String domainOrder = domainOrderOf(workOrder);
            await(workOrder).atMost(SOON).untilAsserted(() -> assertThat(notesOf(domainOrder, workOrder, "created"))
                    .hasSize(1));
        }
    }

    @Test
    @Order(7)
    void aStateChangeInFieldServiceBecomesAWorkNote() {
        workedOn = workOrders.stream()
                .filter(w -> fiberItem.equals(itemOf(w)))
                .findFirst()
                .orElseThrow();
        workedOnDomainOrder = domainOrderOf(workedOn);
        FIELD.assign(workedOn);
        FIELD.accept(workedOn);
        await().atMost(SOON).untilAsserted(() -> assertThat(notes(workedOnDomainOrder, workedOn))
                .extracting(n -> n.get("state"))
                .contains("ASSIGNED", "ACCEPTED"));
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        link(workedOnDomainOrder, workedOn).get("state"))
                .isEqualTo("ACCEPTED"));
    }

    @Test
    @Order(8)
    void aCancellationInFieldServiceBecomesAWorkNoteWithItsReason() {
        canceled = workOrders.stream()
                .filter(w -> items.get(1).equals(itemOf(w)))
                .findFirst()
                .orElseThrow();
        String domainOrder = domainOrderOf(canceled);
        API.post(
                "dispatcher",
                "/work-orders/{n}/cancellation",
                Map.of("reason", "Customer has the equipment already"),
                canceled);
        await().atMost(SOON).untilAsserted(() -> {
            List<Map<String, Object>> notes = notesOf(domainOrder, canceled, "canceled");
            assertThat(notes).hasSize(1);
            assertThat(notes.get(0).get("state")).isEqualTo("CANCELED");
            assertThat(String.valueOf(notes.get(0))).contains("Customer has the equipment already");
        });
    }

    @Test
    @Order(9)
    void aChangeInFlightUpdatesTheWorkOrderByItself() {
        Response changed = API.as("agent")
                .body(Map.of("specialInstructions", "Use the loading dock, not the lobby"))
                .patch("/line-items/{n}", fiberItem);
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.jsonPath().getInt("version")).isEqualTo(2);
        assertThat(changed.jsonPath().getString("inflightChange.state")).isEqualTo("APPLIED");

        await().atMost(SOON).untilAsserted(() -> assertThat(
                        API.get("dispatcher", "/work-orders/{n}", workedOn).getString("description"))
                .contains("loading dock"));
        await().atMost(SOON).untilAsserted(() -> {
            List<Map<String, Object>> notes = notesOf(workedOnDomainOrder, workedOn, "updated");
            assertThat(notes).hasSize(1);
            assertThat(notes.get(0).get("state")).isEqualTo("ACCEPTED");
            assertThat(String.valueOf(notes.get(0).get("changes"))).contains("loading dock");
        });
        assertThat(API.get("technician", "/work-orders/{n}", workedOn).getList("tasks.acknowledgementPending"))
                .contains(true);
        Response unread = API.as("technician")
                .body(Map.of())
                .post("/work-order-tasks/{n}/start", FIELD.tasks(workedOn).get(0));
        assertThat(unread.statusCode()).isEqualTo(409);
        assertThat(unread.jsonPath().getString("code")).isEqualTo("acknowledgement-required");
    }

    @Test
    @Order(10)
    void afterThePointOfNoReturnNothingChangesThatItem() {
        Response locked = API.as("agent")
                .body(Map.of("reason", "Trench is dug"))
                .post("/line-items/{n}/point-of-no-return", fiberItem);
        assertThat(locked.statusCode()).as(locked.asString()).isEqualTo(200);
        assertThat(API.get("agent", "/line-items/{n}", fiberItem).getBoolean("pastPointOfNoReturn"))
                .isTrue();

        Response refused = API.as("agent").body(Map.of("quantity", 2)).patch("/line-items/{n}", fiberItem);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("past-point-of-no-return");
        Response cancel = API.as("agent").body(Map.of("reason", "No")).post("/line-items/{n}/cancellation", fiberItem);
        assertThat(cancel.jsonPath().getString("code")).isEqualTo("past-point-of-no-return");
        assertThat(API.get("agent", "/line-items/{n}", fiberItem).getInt("quantity"))
                .isEqualTo(1);
    }

    @Test
    @Order(11)
    void aCorrectedPhoneNumberReachesTheOpenWorkPastThePointOfNoReturn() {
        String contact = DESK.contactOf(account);
        Response corrected =
                API.as("admin").body(Map.of("phone", "+1 555 0100 42")).patch("/contacts/{n}", contact);
        assertThat(corrected.statusCode()).as(corrected.asString()).isEqualTo(200);
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        API.get("dispatcher", "/work-orders/{n}", workedOn).getString("contactPhone"))
                .isEqualTo("+1 555 0100 42"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(String.valueOf(notesOf(workedOnDomainOrder, workedOn, "updated")))
                        .contains("+1 555 0100 42"));
    }

    @Test
    @Order(12)
    void aDomainOrderCannotBeClosedWhileAWorkOrderIsOpen() {
        Response refused = close(workedOnDomainOrder);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("open-work-orders");
        assertThat(refused.jsonPath().getList("blockers.number", String.class)).contains(workedOn);
    }

    @Test
    @Order(13)
    void whenAllWorkOrdersAreClosedTheManagerClosesTheDomainOrders() {
        for (String workOrder : workOrders) {
            if (workOrder.equals(canceled)) {
                continue;
            }
            if (workOrder.equals(workedOn)) {
                FIELD.complete(workOrder);
            } else {
                FIELD.doAll(workOrder);
            }
        }
        List<String> open = new ArrayList<>(DESK.domainOrders(order));
        await().atMost(SOON).until(() -> {
            open.removeIf(domainOrder -> close(domainOrder).statusCode() == 200);
            return open.isEmpty();
        });
        assertThat(API.get("agent", "/domain-orders/{n}", workedOnDomainOrder).getString("state"))
                .isEqualTo("CLOSED_COMPLETE");
        assertThat(API.get("agent", "/domain-orders/{n}", domainOrderOf(canceled))
                        .getString("state"))
                .isEqualTo("CLOSED_INCOMPLETE");
    }

    @Test
    @Order(14)
    void thenTheOrderIsCompletedByItself() {
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        API.get("agent", "/customer-orders/{n}", order).getString("state"))
                .isEqualTo("COMPLETED"));
        assertThat(API.get("agent", "/customer-orders/{n}", order).getString("outcome"))
                .isEqualTo("INCOMPLETE");
    }

    @Test
    @Order(15)
    void everyNoteStandsOnceAndInTheOrderInWhichItHappened() {
        for (String workOrder : workOrders) {
            List<Map<String, Object>> activity = API.get("dispatcher", "/work-orders/{n}/activity?size=200", workOrder)
                    .getList("");
            await(workOrder).atMost(SOON).untilAsserted(() -> assertThat(
                            notes(domainOrderOf(workOrder), workOrder).stream()
                                    .filter(n -> "field-service".equals(n.get("channel")))
                                    .map(n -> n.get("kind")))
                    .containsExactlyElementsOf(
                            activity.stream().map(a -> a.get("kind")).toList()));
        }
    }

    private static Response close(String domainOrder) {
        return API.as("manager")
                .body(Map.of("acknowledgeIncomplete", true, "reason", "Reviewed"))
                .post("/domain-orders/{n}/closure", domainOrder);
    }

    private static String domainOrderOf(String workOrder) {
        return API.get("dispatcher", "/work-orders/{n}", workOrder).getString("domainOrder");
    }

    private static String itemOf(String workOrder) {
        return API.get("dispatcher", "/work-orders/{n}", workOrder).getString("lineItem");
    }

    private static Map<String, Object> link(String domainOrder, String workOrder) {
        return API.get("agent", "/domain-orders/{n}", domainOrder)
                .getMap("workOrders.find { it.number == '" + workOrder + "' }");
    }

    private static List<Map<String, Object>> notes(String domainOrder, String workOrder) {
        return DESK.notes(domainOrder).stream()
                .filter(n -> workOrder.equals(n.get("workOrder")))
                .toList();
    }

    private static List<Map<String, Object>> notesOf(String domainOrder, String workOrder, String kind) {
        return notes(domainOrder, workOrder).stream()
                .filter(n -> kind.equals(n.get("kind")))
                .toList();
    }
}
