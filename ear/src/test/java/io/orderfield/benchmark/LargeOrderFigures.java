package io.orderfield.benchmark;

import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.Postgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One order of 2,000 line items over 500 locations, on PostgreSQL: 5,000 domain orders, 3,000 work orders. */
final class LargeOrderFigures {
    private static final int LOCATIONS = 500;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(250);

    /** Four items at each location. */
    private static final List<String> PRODUCTS = List.of("FIBER-INTERNET", "MANAGED-WIFI", "VOICE", "MOBILE-BACKUP");

    private LargeOrderFigures() {}

    static void take(Api api, LibertyProcess server, Postgres postgres) {
        OrderDesk desk = new OrderDesk(api);
        String account = desk.accountWithLocations(1);
        List<String> locations = locations(api, account);
        // a first order lets the just-in-time compiler see every path, as it has on a server that has run for a while
        order(api, desk, account, locations.subList(0, 25), "warm-up: ");
        Figures.row("resident memory before the large order", Figures.residentMegabytes(server), "MB", "-");
        Setup setup = new Setup()
                .with("server", () -> Usage.of(server.processes()))
                .with("PostgreSQL", () -> Usage.ofTree(postgres.postmaster()));
        Setup.Costs before = setup.costs();
        order(api, desk, account, locations, "");
        setup.costs()
                .minus(before)
                .byProcess()
                .forEach((process, usage) -> Figures.row(
                        "processor time for the large order, " + process, usage.cpuMillis() / 1000, "s", "-"));
        Figures.row("resident memory after the large order", Figures.residentMegabytes(server), "MB", "-");
    }

    private static List<String> locations(Api api, String account) {
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= LOCATIONS; i++) {
            numbers.add(api.post(
                            "admin",
                            "/locations",
                            Map.of(
                                    "account",
                                    account,
                                    "name",
                                    "Branch " + i,
                                    "street",
                                    i + " High Street",
                                    "postalCode",
                                    "X" + i,
                                    "city",
                                    "Edinburgh",
                                    "region",
                                    "Lothian",
                                    "country",
                                    "GB",
                                    "timeZone",
                                    "Europe/London"))
                    .getString("number"));
        }
        return numbers;
    }

    private static void order(Api api, OrderDesk desk, String account, List<String> locations, String prefix) {
        String items = prefix + "order of " + locations.size() * PRODUCTS.size() + " items ";
        long begin = System.nanoTime();
        String order = api.post(
                        "agent",
                        "/customer-orders",
                        desk.order(
                                account,
                                PRODUCTS.stream()
                                        .map(p -> desk.item(p, locations, 1))
                                        .toList()))
                .getString("number");
        Figures.row(items + "created", Figures.seconds(begin), "s", "-");
        begin = System.nanoTime();
        api.act("agent", "/customer-orders/{n}/placement", order);
        Figures.row(items + "placed", Figures.seconds(begin), "s", "-");
        begin = System.nanoTime();
        api.act("manager", "/customer-orders/{n}/approval", order);
        Figures.row(items + "approved", Figures.seconds(begin), "s", "-");
        await().pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .atMost(LIMIT)
                .until(() -> desk.domainOrdersThatWait(order) == 0);
        Figures.row(items + "approved and confirmed", Figures.seconds(begin), "s", prefix.isEmpty() ? "20" : "-");
    }
}
