package io.orderfield.it.support;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an order fulfillment agent and a manager do, through the API, with the demo catalog. */
public final class OrderDesk {
    private static final String AGENT = "agent";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Api api;

    public OrderDesk(Api api) {
        this.api = api;
    }

    /** Number of an account with at least this many active locations. */
    public String accountWithLocations(int atLeast) {
        List<Map<String, Object>> locations = api.get(AGENT, "/locations").getList("");
        Map<String, Integer> perAccount = new HashMap<>();
        locations.forEach(l -> perAccount.merge((String) l.get("account"), 1, Integer::sum));
        return perAccount.entrySet().stream()
                .filter(e -> e.getValue() >= atLeast)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    public List<String> locationsOf(String account) {
        return api.as(AGENT)
                .queryParam("account", account)
                .get("/locations")
                .jsonPath()
                .getList("number");
    }

    /** Number of a further location of the account, in Edinburgh. */
    public String newLocation(String account, String postalCode, String region) {
        return api.post(
                        "admin",
                        "/locations",
                        Map.of(
                                "account", account,
                                "name", "Harbor office",
                                "street", "1 Pier",
                                "postalCode", postalCode,
                                "city", "Edinburgh",
                                "region", region,
                                "country", "GB",
                                "timeZone", "Europe/London"))
                .getString("number");
    }

    public String contactOf(String account) {
        return api.as(AGENT)
                .queryParam("account", account)
                .get("/contacts")
                .jsonPath()
                .getString("[0].number");
    }

    /** A line item of an order request, with a value for each mandatory characteristic. */
    public Map<String, Object> item(String specification, List<String> locations, int quantity) {
        Map<String, Object> item = new HashMap<>();
        item.put("action", "add");
        item.put("specification", specification);
        item.put("locations", locations);
        item.put("quantity", quantity);
        item.put("characteristics", characteristics(specification));
        return item;
    }

    private Map<String, String> characteristics(String specification) {
        List<Map<String, Object>> wanted = api.get(AGENT, "/specifications")
                .getList("find { it.code == '" + specification + "' }.characteristics");
        Map<String, String> values = new HashMap<>();
        for (Map<String, Object> characteristic : wanted) {
            if (Boolean.TRUE.equals(characteristic.get("mandatory"))) {
                values.put((String) characteristic.get("name"), example(characteristic));
            }
        }
        return values;
    }

    private static String example(Map<String, Object> characteristic) {
        return switch ((String) characteristic.get("type")) {
            case "choice" -> (String) ((List<?>) characteristic.get("choices")).get(0);
            case "number" -> "1";
            case "boolean" -> "true";
            default -> "as agreed";
        };
    }

    /** Body of an order for this account. */
    public Map<String, Object> order(String account, List<Map<String, Object>> items) {
        Map<String, Object> order = new HashMap<>();
        order.put("account", account);
        order.put("contact", contactOf(account));
        order.put("priority", 3);
        order.put("requestedDate", LocalDate.now(ZoneOffset.UTC).plusDays(14).toString());
        order.put("specialInstructions", "Call 30 minutes before arrival");
        order.put("lineItems", items);
        return order;
    }

    /** Creates, places and approves; answers the approval's record. */
    public JsonPath approved(Map<String, Object> order) {
        String number = api.post(AGENT, "/customer-orders", order).getString("number");
        api.act(AGENT, "/customer-orders/{n}/placement", number);
        return api.act("manager", "/customer-orders/{n}/approval", number);
    }

    /** Numbers of the order's domain orders. */
    public List<String> domainOrders(String order) {
        return api.as(AGENT)
                .queryParam("customerOrder", order)
                .queryParam("size", 200)
                .get("/domain-orders")
                .jsonPath()
                .getList("number");
    }

    /** How many domain orders of the order wait for an answer of Field Service. */
    public int domainOrdersThatWait(String order) {
        return Integer.parseInt(api.as(AGENT)
                .queryParam("customerOrder", order)
                .queryParam("pending", true)
                .queryParam("size", 1)
                .get("/domain-orders")
                .header("X-Total-Count"));
    }

    /** Waits until Field Service has confirmed every work order of the order; answers their numbers. */
    public List<String> confirmedWorkOrders(String order) {
        return confirmedWorkOrders(order, SOON);
    }

    /** The same with another patience, for each domain order. */
    public List<String> confirmedWorkOrders(String order, Duration patience) {
        List<String> numbers = new ArrayList<>();
        for (String domainOrder : domainOrders(order)) {
            await(domainOrder)
                    .atMost(patience)
                    .until(() ->
                            api.get(AGENT, "/domain-orders/{n}", domainOrder).getList("workOrders.pending").stream()
                                    .allMatch(java.util.Objects::isNull));
            numbers.addAll(api.get(AGENT, "/domain-orders/{n}", domainOrder).getList("workOrders.number"));
        }
        return numbers;
    }

    /** The domain order's notes, oldest first. */
    public List<Map<String, Object>> notes(String domainOrder) {
        return api.as(AGENT)
                .queryParam("size", 200)
                .get("/domain-orders/{n}/work-notes", domainOrder)
                .jsonPath()
                .getList("");
    }
}
