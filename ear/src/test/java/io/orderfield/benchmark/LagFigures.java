package io.orderfield.benchmark;

import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.FieldWork;
import io.orderfield.it.support.OrderDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How far one side is behind the other: from an approval to confirmed work, from a state change to its note. */
final class LagFigures {
    private static final int ROUNDS = 30;
    private static final int WARM_UP = 8;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Api api;
    private final OrderDesk desk;
    private final FieldWork field;
    private final List<Double> answers = new ArrayList<>();
    private final List<Double> confirmations = new ArrayList<>();
    private final List<Double> notes = new ArrayList<>();

    private LagFigures(Api api) {
        this.api = api;
        this.desk = new OrderDesk(api);
        this.field = new FieldWork(api);
    }

    static void take(Api api) {
        LagFigures figures = new LagFigures(api);
        String account = figures.desk.accountWithLocations(4);
        List<String> locations = figures.desk.locationsOf(account);
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            String order = figures.placed(account, locations);
            figures.round(order, i >= WARM_UP);
        }
        Figures.percentiles("approval of 5 items answered", figures.answers, "s", "-");
        Figures.percentiles("approval of 5 items to all work orders confirmed", figures.confirmations, "s", "1");
        Figures.percentiles("state change to visible work note", figures.notes, "s", "1");
    }

    private String placed(String account, List<String> locations) {
        String order = api.post(
                        "agent",
                        "/customer-orders",
                        desk.order(
                                account,
                                List.of(
                                        desk.item("FIBER-INTERNET", locations.subList(0, 4), 1),
                                        desk.item("SITE-SURVEY", locations.subList(0, 1), 1))))
                .getString("number");
        api.act("agent", "/customer-orders/{n}/placement", order);
        return order;
    }

    private void round(String order, boolean counts) {
        long begin = System.nanoTime();
        api.act("manager", "/customer-orders/{n}/approval", order);
        double answered = Figures.seconds(begin);
        await().pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .atMost(LIMIT)
                .until(() -> desk.domainOrdersThatWait(order) == 0);
        double confirmed = Figures.seconds(begin);
        double noted = noteLag(order);
        if (counts) {
            answers.add(answered);
            confirmations.add(confirmed);
            notes.add(noted);
        }
    }

    private double noteLag(String order) {
        String workOrder = desk.confirmedWorkOrders(order).get(0);
        String domainOrder =
                api.get("dispatcher", "/work-orders/{n}", workOrder).getString("domainOrder");
        field.assign(workOrder);
        field.accept(workOrder);
        long begin = System.nanoTime();
        field.startFirst(workOrder);
        await().pollDelay(Duration.ZERO).pollInterval(POLL).atMost(LIMIT).until(() -> desk.notes(domainOrder).stream()
                .anyMatch(n -> workOrder.equals(n.get("workOrder")) && "WORK_IN_PROGRESS".equals(n.get("state"))));
        return Figures.seconds(begin);
    }
}
