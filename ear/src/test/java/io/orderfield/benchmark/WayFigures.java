package io.orderfield.benchmark;

import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.OrderDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jacoco.agent.rt.RT;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.tools.ExecDumpClient;

/**
 * How many types of ours one approval passes until the note of its work order stands: top-level classes, records and enums of
 * which a method runs in the packaged server, as JaCoCo's agent sees it. The same is done a few times, and what ran each time
 * counts: a timer that chances to come by does not. What any call passes at the door is told apart, and so is what runs
 * every few seconds anyway.
 */
final class WayFigures {
    private static final String OURS = "io/orderfield/";
    private static final int GOAL = 60;
    private static final int ROUNDS = 5;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration IDLE = Duration.ofSeconds(15);

    /** How long nothing further has to run once the note was written; shorter than the sweeps are apart. */
    private static final Duration SETTLED = Duration.ofMillis(300);

    /** The last of the way: takes what Field Service answered as notes of the domain order. */
    private static final String LAST = "io.orderfield.om.fieldevents.EntryNotes";

    private final Api api;
    private final int agent;
    private final ExecDumpClient client = new ExecDumpClient();

    private WayFigures(Api api, int agent) {
        this.api = api;
        this.agent = agent;
    }

    /** What a server needs to be started with, to tell at this port what ran. */
    static String argument(int agent) {
        try {
            Path jar = Path.of(
                    RT.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return "-javaagent:" + jar + "=output=tcpserver,address=127.0.0.1,port=" + agent
                    + ",includes=io.orderfield.*";
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param list where the types are written, by their packages */
    static void take(Api api, int agent, Path list) throws IOException {
        WayFigures figures = new WayFigures(api, agent);
        Set<String> way = figures.way();
        Set<String> door = figures.door();
        Set<String> idle = figures.idle();
        Set<String> ours = minus(way, door);
        Figures.judged("types of ours from the approval to the work order's note", ours.size(), "", GOAL, true);
        ours.stream()
                .collect(Collectors.groupingBy(t -> t.split("\\.")[2], TreeMap::new, Collectors.counting()))
                .forEach((side, number) -> Figures.row("of these in " + side, number, "", "-"));
        Figures.row(
                "of these, also run by timers every few seconds",
                ours.size() - minus(ours, idle).size(),
                "",
                "-");
        Figures.row("besides, types at the door, which any call passes", way.size() - ours.size(), "", "-");
        Files.write(list, lines(ours));
    }

    private Set<String> way() {
        OrderDesk desk = new OrderDesk(api);
        String account = desk.accountWithLocations(1);
        Map<String, Object> order = desk.order(
                account,
                List.of(desk.item("SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1)));
        // the first one makes what is made once
        String first = desk.approved(order).getString("number");
        if (desk.confirmedWorkOrders(first).size() != 1) {
            throw new IllegalStateException("the order is to have one work order");
        }
        Set<String> always = null;
        for (int round = 0; round < ROUNDS; round++) {
            String number = api.post("agent", "/customer-orders", order).getString("number");
            api.act("agent", "/customer-orders/{n}/placement", number);
            ran(true);
            api.act("manager", "/customer-orders/{n}/approval", number);
            Set<String> types = untilTheNote();
            if (always == null) {
                always = types;
            } else {
                always.retainAll(types);
            }
        }
        return always;
    }

    private Set<String> untilTheNote() {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(20)).until(() -> ran(false)
                .contains(LAST));
        Set<String> seen = new TreeSet<>();
        await().during(SETTLED).atMost(LIMIT).until(() -> !seen.addAll(ran(false)));
        return seen;
    }

    private Set<String> door() {
        api.get("manager", "/me");
        ran(true);
        api.get("manager", "/me");
        return ran(false);
    }

    private Set<String> idle() {
        ran(true);
        long end = System.nanoTime() + IDLE.toNanos();
        await().atMost(LIMIT).until(() -> System.nanoTime() > end);
        return ran(false);
    }

    /** What ran since the last time that it was to forget. */
    private Set<String> ran(boolean forget) {
        client.setReset(forget);
        try {
            return client.dump(InetAddress.getLoopbackAddress(), agent).getExecutionDataStore().getContents().stream()
                    .filter(ExecutionData::hasHits)
                    .map(ExecutionData::getName)
                    .filter(WayFigures::isOurs)
                    .map(name -> name.replaceFirst("\\$.*", "").replace('/', '.'))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not the container's subclasses of our classes. */
    private static boolean isOurs(String name) {
        return name.startsWith(OURS)
                && !name.contains("$Proxy$")
                && !name.substring(name.lastIndexOf('/') + 1).startsWith("EJS");
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static List<String> lines(Set<String> types) {
        Map<String, List<String>> byPackage = types.stream()
                .collect(Collectors.groupingBy(
                        type -> type.substring(0, type.lastIndexOf('.')), TreeMap::new, Collectors.toList()));
        return byPackage.entrySet().stream()
                .map(p -> p.getValue().size() + " " + p.getKey() + ": "
                        + p.getValue().stream()
                                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                                .collect(Collectors.joining(", ")))
                .toList();
    }
}
