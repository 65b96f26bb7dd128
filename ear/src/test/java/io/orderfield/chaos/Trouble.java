package io.orderfield.chaos;

import static org.awaitility.Awaitility.await;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.Auditor;
import io.orderfield.it.support.Disorder;
import io.orderfield.it.support.ExternalBroker;
import io.orderfield.it.support.FieldWork;
import io.orderfield.it.support.OrderDesk;
import io.orderfield.it.support.Postgres;
import io.orderfield.it.support.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** One kind of trouble each, that one guard alone is there for: with it everything stays right, without it the audit must fail. */
enum Trouble {
    /** Field Service's refusal of a work order comes twice. */
    REFUSAL_COMES_TWICE("io.orderfield.om.fieldevents.ForgetfulInbox") {
        @Override
        Harm befall(Place at) {
            // longer than Field Service takes
            String order = at.order("SITE-SURVEY", at.location("X".repeat(45)));
            at.settled(() -> at.states(order).contains("REFUSED"));
            at.disorder().doubleAll("WorkOrderRequestRefused.v1");
            at.settled(() -> at.disorder().unsent() == 0);
            return auditor -> auditor.audit(order);
        }
    },

    /** A snapshot comes late, when a newer one was applied long ago. */
    SNAPSHOT_COMES_LATE("io.orderfield.om.fieldevents.CredulousReports") {
        @Override
        Harm befall(Place at) {
            String order = at.order("SITE-SURVEY", at.anyLocation());
            String workOrder = at.desk().confirmedWorkOrders(order, PATIENCE).get(0);
            FieldWork field = new FieldWork(at.api());
            at.disorder().hold("WorkOrderChanged.v1", 1);
            field.assign(workOrder);
            at.disorder().holdNoMore();
            field.accept(workOrder);
            // Order Management notices the gap, asks, and knows everything
            at.settled(() ->
                    at.states(order).contains("ACCEPTED") && at.notesOf(order, workOrder) >= at.entriesOf(workOrder));
            at.disorder().letGo();
            at.settled(() -> at.disorder().unsent() == 0);
            return auditor -> auditor.audit(order);
        }
    },

    /** A note comes while the request that creates its work order is being worked off. */
    NOTE_AND_REQUEST_MEET("io.orderfield.fsm.request.UnlockedKeys") {
        @Override
        Harm befall(Place at) {
            at.disorder().hold("RequestWorkOrder.v1", 1);
            String order = at.order("SITE-SURVEY", at.anyLocation());
            String domainOrder = at.domainOrderWithWork(order);
            at.share(domainOrder, "The first note " + order);
            at.settled(() -> at.parkedNotes() > 0);
            int sent = at.receivedInFieldService();
            at.share(domainOrder, "The second note " + order);
            at.settled(() -> at.disorder().unsent() == 0 && (at.receivedInFieldService() > sent || at.isWorkingOff()));
            at.disorder().holdNoMore();
            at.disorder().letGo();
            String workOrder = at.desk().confirmedWorkOrders(order, PATIENCE).get(0);
            return auditor -> {
                auditor.audit(order);
                for (String text : List.of("The first note " + order, "The second note " + order)) {
                    auditor.auditSharedNote(new Traffic.SharedNote(domainOrder, text, Set.of(workOrder)));
                }
            };
        }
    },

    /** The broker is away when an order is approved. */
    BROKER_IS_AWAY("io.orderfield.om.messaging.NoSweep") {
        @Override
        Harm befall(Place at) {
            at.broker().kill();
            String order = at.order("SITE-SURVEY", at.anyLocation());
            at.broker().start();
            return auditor -> auditor.audit(order);
        }
    };

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String guardAway;

    Trouble(String guardAway) {
        this.guardAway = guardAway;
    }

    /** Name of the CDI alternative that takes away the guard against it. */
    String guardAway() {
        return guardAway;
    }

    /** Brings it about; answers how to look for the harm. */
    abstract Harm befall(Place at);

    /** Looks for harm. */
    interface Harm {
        /** Fails where harm was done. */
        void lookFor(Auditor auditor);
    }

    /** Where trouble comes to: one server on PostgreSQL and a broker of its own. */
    record Place(Api api, OrderDesk desk, Disorder disorder, ExternalBroker broker, Postgres database) {
        String order(String specification, String location) {
            return desk.approved(desk.order(account(), List.of(desk.item(specification, List.of(location), 1))))
                    .getString("number");
        }

        private String account() {
            return desk.accountWithLocations(1);
        }

        String anyLocation() {
            return desk.locationsOf(account()).get(0);
        }

        String location(String postalCode) {
            return api.post(
                            "admin",
                            "/locations",
                            Map.of(
                                    "account", account(),
                                    "name", "Harbor office",
                                    "street", "1 Pier",
                                    "postalCode", postalCode,
                                    "city", "Edinburgh",
                                    "region", "Lothian",
                                    "country", "GB",
                                    "timeZone", "Europe/London"))
                    .getString("number");
        }

        List<String> states(String order) {
            return desk.domainOrders(order).stream()
                    .flatMap(
                            n -> api.get("agent", "/domain-orders/{n}", n).<String>getList("workOrders.state").stream())
                    .toList();
        }

        String domainOrderWithWork(String order) {
            return desk.domainOrders(order).stream()
                    .filter(n -> !api.get("agent", "/domain-orders/{n}", n)
                            .getList("workOrders")
                            .isEmpty())
                    .findFirst()
                    .orElseThrow();
        }

        void share(String domainOrder, String text) {
            api.post(
                    "agent",
                    "/domain-orders/{n}/work-notes",
                    Map.of("text", text, "shareWithFieldService", true),
                    domainOrder);
        }

        long notesOf(String order, String workOrder) {
            return desk.domainOrders(order).stream()
                    .flatMap(n -> desk.notes(n).stream())
                    .filter(n -> workOrder.equals(n.get("workOrder")) && "field-service".equals(n.get("channel")))
                    .count();
        }

        long entriesOf(String workOrder) {
            return api.as("dispatcher")
                    .queryParam("size", 200)
                    .get("/work-orders/{n}/activity", workOrder)
                    .jsonPath()
                    .getList("")
                    .size();
        }

        int parkedNotes() {
            return database.number("select count(*) from fsm.parked_note");
        }

        int receivedInFieldService() {
            return database.number("select count(*) from fsm.inbox");
        }

        /** Whether a transaction of a server is open and does nothing: it waits in the application. */
        boolean isWorkingOff() {
            return database.number("select count(*) from pg_stat_activity where state = 'idle in transaction'"
                            + " and state_change < clock_timestamp() - interval '1 second'")
                    > 0;
        }

        void settled(Callable<Boolean> condition) {
            await().atMost(PATIENCE).until(condition);
        }
    }
}
