package io.orderfield.it.support;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One order with what came of it, to be named in paths of the API. */
public final class FieldRecords {
    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

    private final Map<String, String> byCollection = new HashMap<>();
    private final String task;

    private FieldRecords() {
        task = "";
    }

    private FieldRecords(Api api, String account, String technician) {
        OrderDesk desk = new OrderDesk(api);
        String location = desk.locationsOf(account).get(0);
        String order = desk.approved(desk.order(account, List.of(desk.item("SITE-SURVEY", List.of(location), 1))))
                .getString("number");
        String workOrder = desk.confirmedWorkOrders(order).get(0);
        String domainOrder = desk.domainOrders(order).stream()
                .filter(d -> !api.get("agent", "/domain-orders/{n}", d)
                        .getList("workOrders")
                        .isEmpty())
                .findFirst()
                .orElseThrow();
        task = api.get("dispatcher", "/work-orders/{n}", workOrder).getString("tasks[0].number");
        String item = api.get("agent", "/customer-orders/{n}", order).getString("lineItems[0].number");
        byCollection.putAll(Map.of(
                "/customer-orders/", order,
                "/line-items/", item,
                "/domain-orders/", domainOrder,
                "/work-orders/", workOrder,
                "/work-order-tasks/", task,
                "/accounts/", account,
                "/contacts/", desk.contactOf(account),
                "/locations/", location,
                "/technicians/", technician));
        byCollection.put("/specifications/", "SITE-SURVEY");
        byCollection.put("/work-order-templates/", "SITE-SURVEY");
        byCollection.put("/users/", "admin");
        byCollection.put("/sync/unsent-messages/", "om");
    }

    /** None at all: every number in a path is one that nothing has. */
    public static FieldRecords none() {
        return new FieldRecords();
    }

    /** Of an account that is no partner's, given to nobody. */
    public static FieldRecords foreign(Api api) {
        String own = api.get("partner", "/accounts").getString("[0].number");
        OrderDesk desk = new OrderDesk(api);
        String foreign = api.get("agent", "/accounts").getList("number", String.class).stream()
                .filter(a -> !a.equals(own) && !desk.locationsOf(a).isEmpty())
                .findFirst()
                .orElseThrow();
        return new FieldRecords(api, foreign, "ravi");
    }

    /** Of the partner's account, with the task given to the technician, or to the field system's one. */
    public static FieldRecords of(Api api, String user) {
        String technician = user.equals("field-system") ? "contractor" : "technician";
        FieldRecords records =
                new FieldRecords(api, api.get("partner", "/accounts").getString("[0].number"), technician);
        if ("AWAITING_QUALIFICATION"
                .equals(api.get("dispatcher", "/work-orders/{n}", records.workOrder())
                        .getString("state"))) {
            api.act("dispatcher", "/work-orders/{n}/qualification", records.workOrder());
        }
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(72, ChronoUnit.HOURS);
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
                records.task);
        return records;
    }

    public String workOrder() {
        return byCollection.get("/work-orders/");
    }

    public String task() {
        return task;
    }

    /** Whether the path has one parameter, which names one of these records. */
    public boolean isNamedBy(String path) {
        Matcher parameters = PARAMETER.matcher(path);
        return parameters.find()
                && byCollection.containsKey(path.substring(0, parameters.start()))
                && !parameters.find();
    }

    /** The path with the records' numbers in it; what none of these is called a name that nothing has. */
    public String in(String path) {
        Matcher first = PARAMETER.matcher(path);
        if (!first.find()) {
            return path;
        }
        String number = byCollection.getOrDefault(
                path.substring(0, first.start()), UUID.randomUUID().toString());
        String rest = PARAMETER
                .matcher(path.substring(first.end()))
                .replaceAll(UUID.randomUUID().toString());
        return path.substring(0, first.start()) + number + rest;
    }
}
