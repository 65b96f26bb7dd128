package io.orderfield.chaos;

import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.ExternalBroker;
import io.orderfield.it.support.LibertyProcess;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.Postgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The processes that disasters befall. Each comes back, and then an order has to get through. */
final class Victims {
    private static final Duration RECOVERY = Duration.ofMinutes(3);

    private final Postgres database;
    private final ExternalBroker broker;
    private final List<LibertyProcess> servers;
    private final Duration outage;
    private final Random random;
    private int deadlocks;

    Victims(Postgres database, ExternalBroker broker, List<LibertyProcess> servers, Duration outage, Random random) {
        this.database = database;
        this.broker = broker;
        this.servers = servers;
        this.outage = outage;
        this.random = random;
    }

    /**
     * Lets it happen.
     *
     * @return how long it took, from the moment when everything runs again, until an order got through to Field Service
     */
    Duration befall(Disaster disaster) {
        switch (disaster) {
            case SERVER_KILLED -> {
                LibertyProcess server = anyServer();
                server.kill();
                server.start();
            }
            case BROKER_KILLED -> {
                broker.kill();
                broker.start();
            }
            case DATABASE_KILLED -> {
                // a database that recovers from a kill begins to count anew
                deadlocks += database.deadlocks();
                database.kill();
                database.start();
            }
            case BROKER_AWAY -> {
                Instant over = Instant.now().plus(outage);
                LibertyProcess server = anyServer();
                broker.kill();
                server.kill();
                // it starts without a broker, and is ready when there is one
                server.launch();
                await().atMost(outage.plus(RECOVERY)).until(() -> Instant.now().isAfter(over));
                broker.start();
                server.ready();
            }
            case CONNECTIONS_CUT -> database.cutConnections();
        }
        Instant back = Instant.now();
        await("an order after " + disaster).atMost(RECOVERY).until(this::anOrderGetsThrough);
        return Duration.between(back, Instant.now());
    }

    private LibertyProcess anyServer() {
        return servers.get(random.nextInt(servers.size()));
    }

    private boolean anOrderGetsThrough() {
        try {
            OrderDesk desk = new OrderDesk(new Api(servers.get(0).address()));
            String account = desk.accountWithLocations(1);
            Map<String, Object> item =
                    desk.item("SITE-SURVEY", desk.locationsOf(account).subList(0, 1), 1);
            String order = desk.approved(desk.order(account, List.of(item))).getString("number");
            return !desk.confirmedWorkOrders(order, RECOVERY).isEmpty();
        } catch (Exception | AssertionError notYet) {
            return false;
        }
    }

    /** Deadlocks that PostgreSQL has broken up, over all its lives. */
    int deadlocks() {
        return deadlocks + database.deadlocks();
    }
}
