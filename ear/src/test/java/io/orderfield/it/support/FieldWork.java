package io.orderfield.it.support;

import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What dispatchers and technicians do with a work order, through the API. */
public final class FieldWork {
    private static final String DISPATCHER = "dispatcher";
    /** The user name of the technician who does all the work here. */
    public static final String TECHNICIAN = "technician";

    private final Api api;

    public FieldWork(Api api) {
        this.api = api;
    }

    /** Qualifies where that is needed and gives every task to the technician. */
    public void assign(String workOrder) {
        if ("AWAITING_QUALIFICATION".equals(state(workOrder))) {
            api.act(DISPATCHER, "/work-orders/{n}/qualification", workOrder);
        }
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(24, ChronoUnit.HOURS);
        for (String task : tasks(workOrder)) {
            api.post(
                    DISPATCHER,
                    "/work-order-tasks/{n}/assignment",
                    Map.of(
                            "technician",
                            TECHNICIAN,
                            "scheduledStart",
                            start.toString(),
                            "scheduledEnd",
                            start.plus(2, ChronoUnit.HOURS).toString(),
                            "override",
                            true,
                            "overrideReason",
                            "Agreed with the customer by phone"),
                    task);
            start = start.plus(2, ChronoUnit.HOURS);
        }
    }

    /** The technician accepts every task. */
    public void accept(String workOrder) {
        tasks(workOrder).forEach(task -> api.act(TECHNICIAN, "/work-order-tasks/{n}/acceptance", task));
    }

    /** The technician starts the first task. */
    public void startFirst(String workOrder) {
        api.act(TECHNICIAN, "/work-order-tasks/{n}/start", tasks(workOrder).get(0));
    }

    /** From whatever open state the work order is in to CLOSED_COMPLETE. */
    public void complete(String workOrder) {
        for (String task : tasks(workOrder)) {
            JsonPath now = api.get(TECHNICIAN, "/work-orders/{n}", workOrder);
            String state = now.getString("tasks.find { it.number == '" + task + "' }.state");
            if (now.getBoolean("tasks.find { it.number == '" + task + "' }.acknowledgementPending")) {
                api.act(TECHNICIAN, "/work-order-tasks/{n}/acknowledgement", task);
            }
            if (!"WORK_IN_PROGRESS".equals(state)) {
                api.act(TECHNICIAN, "/work-order-tasks/{n}/start", task);
            }
            List<String> checklist = now.getList("tasks.find { it.number == '" + task + "' }.checklist.id");
            for (String item : checklist) {
                api.as(TECHNICIAN)
                        .body(Map.of("done", true))
                        .put("/work-order-tasks/{n}/checklist/{id}", task, item)
                        .then()
                        .statusCode(200);
            }
            api.post(
                    TECHNICIAN,
                    "/work-order-tasks/{n}/completion",
                    Map.of("closeCode", "complete", "note", "Done as ordered"),
                    task);
        }
    }

    /** Everything from creation to CLOSED_COMPLETE. */
    public void doAll(String workOrder) {
        assign(workOrder);
        accept(workOrder);
        complete(workOrder);
    }

    /** The work order's state in Field Service. */
    public String state(String workOrder) {
        return api.get(DISPATCHER, "/work-orders/{n}", workOrder).getString("state");
    }

    /** Numbers of its open tasks, in order. */
    public List<String> tasks(String workOrder) {
        return api.get(DISPATCHER, "/work-orders/{n}", workOrder)
                .getList("tasks.findAll { !it.state.startsWith('CLOSED') && it.state != 'CANCELED' }.number");
    }
}
