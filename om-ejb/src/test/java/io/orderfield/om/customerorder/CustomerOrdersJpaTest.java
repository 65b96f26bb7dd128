package io.orderfield.om.customerorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.kernel.FiredEvents;
import io.orderfield.kernel.Injected;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.ordering.CustomerOrderFilter;
import io.orderfield.om.ordering.CustomerOrderSummary;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.testing.OrderFixture;
import io.orderfield.om.testing.Users;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.SessionEventManager;

/** Locks, bulk access and lists on real databases. */
@WithDatabase(schemas = "om", unit = "om")
class CustomerOrdersJpaTest {
    @DatabaseTest
    void aLockWaitsForTheOneBeforeAndThenSeesItsChange(TestDatabase database) throws Exception {
        CustomerOrderView order = with(database, f -> f.placed(CatalogFixture.LOCATION));
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> database.doInTransaction(em -> {
            OrderFixture f = new OrderFixture(em);
            f.repository.lock(order.number()).orElseThrow();
            locked.countDown();
            waitFor(goOn);
            f.orders(Users.MANAGER).approve(order.number(), null);
        }));
        locked.await();
        AtomicInteger started = new AtomicInteger();
        CompletableFuture<OrderState> second = CompletableFuture.supplyAsync(() -> database.inTransaction(em -> {
            started.incrementAndGet();
            return new CustomerOrders(em).lock(order.number()).orElseThrow().state();
        }));
        await().until(() -> started.get() == 1);
        await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(5)).until(() -> !second.isDone());
        goOn.countDown();

        first.join();
        assertThat(second.join()).isEqualTo(OrderState.IN_PROGRESS);
    }

    @DatabaseTest
    void onlyOneOfTwoApprovalsWins(TestDatabase database) {
        CustomerOrderView order =
                with(database, f -> f.placed(CatalogFixture.LOCATION, CatalogFixture.SECOND_LOCATION));
        AtomicInteger approvals = new AtomicInteger();
        AtomicInteger refusals = new AtomicInteger();
        Runnable approve = () -> {
            try {
                with(database, f -> f.orders(Users.MANAGER).approve(order.number(), null));
                approvals.incrementAndGet();
            } catch (Refusal e) {
                refusals.incrementAndGet();
            }
        };
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(approve),
                        CompletableFuture.runAsync(approve),
                        CompletableFuture.runAsync(approve))
                .join();

        assertThat(approvals).hasValue(1);
        assertThat(refusals).hasValue(2);
    }

    @DatabaseTest
    void aRaceOfPointOfNoReturnAndChangeHasOneOrder(TestDatabase database) {
        for (int round = 0; round < 5; round++) {
            CustomerOrderView order = with(database, f -> f.approved(CatalogFixture.LOCATION));
            String item = order.lineItems().get(0).number();
            CompletableFuture<Boolean> changed =
                    CompletableFuture.supplyAsync(() -> succeeds(() -> with(database, f -> f.changeQuantity(item, 5))));
            CompletableFuture<Boolean> passed = CompletableFuture.supplyAsync(
                    () -> succeeds(() -> with(database, f -> f.passPointOfNoReturn(item))));

            assertThat(passed.join()).isTrue();
            LineItemView after = with(database, f -> f.items(Users.AGENT).find(item));
            assertThat(after.quantity()).isEqualTo(changed.join() ? 5 : 1);
            assertThat(after.version()).isEqualTo(changed.join() ? 2 : 1);
        }
    }

    @DatabaseTest
    void readsAndLocksItemsByNumber(TestDatabase database) {
        CustomerOrderView order = with(
                database,
                f -> f.approved(
                        CatalogFixture.LOCATION, CatalogFixture.SECOND_LOCATION, CatalogFixture.THIRD_LOCATION));
        List<String> numbers =
                order.lineItems().stream().map(LineItemView::number).toList();

        database.doInTransaction(em -> {
            CustomerOrders orders = new CustomerOrders(em);
            UUID id = orders.find(order.number()).orElseThrow().id();
            List<OrderLineItem> locked = orders.lockItems(id);
            List<UUID> ids =
                    new ArrayList<>(locked.stream().map(OrderLineItem::id).toList());
            Collections.reverse(ids);
            assertThat(locked).extracting(OrderLineItem::number).containsExactlyElementsOf(numbers);
            assertThat(orders.lockItems(ids)).extracting(OrderLineItem::number).containsExactlyElementsOf(numbers);
            assertThat(orders.items(ids)).extracting(OrderLineItem::number).containsExactlyElementsOf(numbers);
            assertThat(orders.orderOfItem(numbers.get(1))).contains(id);
            assertThat(orders.orderOfItem("ORDL-NONE")).isEmpty();
            assertThat(orders.lock("ORD-NONE")).isEmpty();
        });
    }

    @DatabaseTest
    void aBigOrderCostsAFixedNumberOfStatements(TestDatabase database) {
        NewLineItem[] items = Collections.nCopies(2_000, OrderFixture.item(CatalogFixture.LOCATION, 1))
                .toArray(NewLineItem[]::new);
        CustomerOrderView big = with(database, f -> f.orders(Users.AGENT).create(OrderFixture.order(items)));
        assertThat(big.lineItems()).hasSize(2_000);

        int reads = statements(
                database, em -> new OrderFixture(em).orders(Users.AGENT).find(big.number()));

        assertThat(reads).isLessThan(20);
    }

    @DatabaseTest
    void aPageCostsAFixedNumberOfStatements(TestDatabase database) {
        for (int i = 0; i < 30; i++) {
            with(database, f -> f.draft(CatalogFixture.LOCATION, CatalogFixture.SECOND_LOCATION));
        }
        int reads = statements(
                database, em -> new OrderFixture(em).orders(Users.AGENT).list(CustomerOrderFilter.all(), 0, 30));

        assertThat(reads).isLessThan(12);
    }

    @DatabaseTest
    void listsBySortFilterAndPage(TestDatabase database) {
        database.clear();
        String first =
                with(database, f -> f.draft(CatalogFixture.SECOND_LOCATION)).number();
        String second = with(database, f -> f.placed(CatalogFixture.LOCATION, CatalogFixture.THIRD_LOCATION))
                .number();
        NewCustomerOrder urgent = new NewCustomerOrder(
                CatalogFixture.FOREIGN_ACCOUNT,
                null,
                1,
                LocalDate.of(2027, 1, 2),
                "50%_OFF!",
                null,
                List.of(OrderFixture.item(CatalogFixture.FOREIGN_LOCATION, 1)));
        String third = with(database, f -> f.orders(Users.AGENT).create(urgent)).number();

        assertThat(numbers(database, filter(null, null, "number"))).containsExactly(first, second, third);
        assertThat(numbers(database, filter(null, null, "-number"))).containsExactly(third, second, first);
        assertThat(numbers(database, filter(null, null, "priority"))).containsExactly(third, first, second);
        assertThat(numbers(database, filter(null, null, "accountName"))).containsExactly(third, first, second);
        for (String sort : List.of("createdAt", "-createdAt", "requestedDate", "-updatedAt", "state")) {
            assertThat(numbers(database, filter(null, null, sort))).hasSize(3);
        }
        assertThat(numbers(database, filter("alpine", null, null))).containsExactly(third);
        assertThat(numbers(database, filter("50%_off!", null, null))).containsExactly(third);
        assertThat(numbers(database, filter("%", null, null))).containsExactly(third);
        assertThat(numbers(database, filter(second.toLowerCase(), null, null))).containsExactly(second);
        assertThat(numbers(database, filter(null, "new", null))).containsExactly(second);

        database.doInTransaction(em -> {
            OrderFixture f = new OrderFixture(em);
            assertThat(f.orders(Users.AGENT).list(CustomerOrderFilter.all(), 1, 1))
                    .hasSize(1);
            assertThat(f.orders(Users.AGENT).count(CustomerOrderFilter.all())).isEqualTo(3);
            assertThat(f.orders(Users.partner(CatalogFixture.FOREIGN_ACCOUNT)).count(CustomerOrderFilter.all()))
                    .isEqualTo(1);
            assertThat(f.orders(Users.AGENT).countByState())
                    .containsEntry("DRAFT", 2L)
                    .containsEntry("NEW", 1L)
                    .hasSize(8);
            CustomerOrderSummary summary = f.orders(Users.AGENT)
                    .list(filter(second, null, null), 0, 10)
                    .get(0);
            assertThat(summary.lineItems()).isEqualTo(2);
            assertThat(summary.firstLocation()).isEqualTo("Harbor Lisbon");
            assertThat(summary.accountName()).isEqualTo("Harbor Hotels");
        });
    }

    @DatabaseTest
    void refusesUnknownSortsStatesAndPages(TestDatabase database) {
        database.doInTransaction(em -> {
            OrderFixture f = new OrderFixture(em);
            assertThat(code(() -> f.orders(Users.AGENT).list(filter(null, null, "o.id"), 0, 10)))
                    .isEqualTo("unknown-sort");
            assertThat(code(() -> f.orders(Users.AGENT).count(filter(null, "GONE", null))))
                    .isEqualTo("unknown-state");
            assertThat(code(() -> f.orders(Users.AGENT).list(CustomerOrderFilter.all(), 0, 201)))
                    .isEqualTo("invalid-page");
            assertThat(code(() -> f.orders(Users.AGENT).list(CustomerOrderFilter.all(), -1, 10)))
                    .isEqualTo("invalid-page");
        });
    }

    @DatabaseTest
    void theOrderFollowsItsItems(TestDatabase database) {
        CustomerOrderView order =
                with(database, f -> f.approved(CatalogFixture.LOCATION, CatalogFixture.SECOND_LOCATION));
        FiredEvents events = new FiredEvents();
        close(database, order.lineItems().get(0).number(), false);
        recount(database, order, events);
        assertThat(events.of(CustomerOrderStateChanged.class)).isEmpty();

        close(database, order.lineItems().get(1).number(), true);
        database.doInTransaction(em -> assertThat(new CustomerOrders(em).behindTheirItems(10))
                .containsExactly(new CustomerOrders(em)
                        .find(order.number())
                        .orElseThrow()
                        .id()));
        recount(database, order, events);

        CustomerOrderView done = with(database, f -> f.orders(Users.AGENT).find(order.number()));
        assertThat(done.state()).isEqualTo("COMPLETED");
        assertThat(done.outcome()).isEqualTo("INCOMPLETE");
        assertThat(events.of(CustomerOrderStateChanged.class)).singleElement().satisfies(e -> assertThat(e.by())
                .isEqualTo("manager"));
        database.doInTransaction(
                em -> assertThat(new CustomerOrders(em).behindTheirItems(10)).isEmpty());
    }

    @DatabaseTest
    void theOrderGoesOnWhenEveryCancellationWasTakenBack(TestDatabase database) {
        CustomerOrderView order = with(database, f -> f.approved(CatalogFixture.LOCATION));
        with(database, f -> f.orders(Users.AGENT).cancel(order.number(), "Why not", false, null));
        recount(database, order, new FiredEvents());
        assertThat(with(database, f -> f.orders(Users.AGENT).find(order.number()))
                        .state())
                .isEqualTo("CANCELLATION_IN_PROGRESS");

        database.doInTransaction(em -> new CustomerOrders(em)
                .lockItem(order.lineItems().get(0).number())
                .orElseThrow()
                .keep(false, Instant.parse("2026-12-01T10:00:00Z")));
        database.doInTransaction(em -> assertThat(new CustomerOrders(em).behindTheirItems(10))
                .contains(new CustomerOrders(em)
                        .find(order.number())
                        .orElseThrow()
                        .id()));
        recount(database, order, new FiredEvents());

        assertThat(with(database, f -> f.orders(Users.AGENT).find(order.number()))
                        .state())
                .isEqualTo("IN_PROGRESS");
    }

    private static void close(TestDatabase database, String item, boolean incomplete) {
        database.doInTransaction(em -> new CustomerOrders(em)
                .lockItem(item)
                .orElseThrow()
                .rollUp(false, incomplete, Instant.parse("2026-12-01T10:00:00Z")));
    }

    private static void recount(TestDatabase database, CustomerOrderView order, FiredEvents events) {
        database.doInTransaction(em -> {
            CustomerOrders orders = new CustomerOrders(em);
            UUID id = orders.find(order.number()).orElseThrow().id();
            em.clear();
            Injected.into(new OrderRollUp(), orders, events.event(), Clock.systemUTC())
                    .recount(id, "manager");
        });
    }

    private static int statements(TestDatabase database, Consumer<EntityManager> work) {
        AtomicInteger count = new AtomicInteger();
        SessionEventAdapter counter = new SessionEventAdapter() {
            @Override
            public void preExecuteQuery(SessionEvent event) {
                count.incrementAndGet();
            }
        };
        SessionEventManager manager =
                database.entityManagerFactory().unwrap(Session.class).getEventManager();
        manager.addListener(counter);
        try {
            database.doInTransaction(work);
        } finally {
            manager.removeListener(counter);
        }
        assertThat(count).as("the counter counts").hasPositiveValue();
        return count.get();
    }

    private static List<String> numbers(TestDatabase database, CustomerOrderFilter filter) {
        return database.inTransaction(em -> new OrderFixture(em)
                .orders(Users.AGENT).list(filter, 0, 200).stream()
                        .map(CustomerOrderSummary::number)
                        .toList());
    }

    private static CustomerOrderFilter filter(String text, String state, String sort) {
        return new CustomerOrderFilter(text, state == null ? Set.of() : Set.of(state), null, null, sort);
    }

    private static String code(Runnable work) {
        try {
            work.run();
            return "accepted";
        } catch (Refusal e) {
            return e.code();
        }
    }

    private static boolean succeeds(Runnable work) {
        return code(work).equals("accepted");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T with(TestDatabase database, Function<OrderFixture, T> work) {
        return database.inTransaction(em -> work.apply(new OrderFixture(em)));
    }
}
