package io.orderfield.om.domainorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.testing.DatabaseKind;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.fallout.FalloutFilter;
import io.orderfield.om.fallout.FalloutFixture;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.om.ordering.CustomerOrderFilter;
import io.orderfield.om.ordering.CustomerOrderSummary;
import io.orderfield.om.testing.Crowd;
import io.orderfield.om.testing.OrderManagement;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.testing.QueryPlans;
import io.orderfield.om.testing.Users;
import io.orderfield.om.user.UserAccess;
import io.orderfield.om.worknote.WorkNoteFilter;
import io.orderfield.om.worknote.WorkNoteView;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;

/**
 * Lists over 100,000 rows: each is right, and each reads its page through an index, as the databases themselves say of the
 * very statements that ran.
 */
@Tag("full")
@WithDatabase(schemas = "om", unit = "om")
class ListsAtScaleJpaTest extends OrderManagementTest {
    private static final int DEEP = 60_000;

    @DatabaseTest
    void customerOrdersReadTheirPageFromAnIndex(TestDatabase database) {
        Crowd.in(database);
        CustomerOrderFilter all = CustomerOrderFilter.all();
        assertThat(orders(database, all, 0)).startsWith("ORD1100000", "ORD1099999");
        assertThat(orders(database, all, DEEP)).startsWith("ORD1040000", "ORD1039999");
        assertThat(orders(database, sorted("updatedAt"), 0)).startsWith("ORD1000001", "ORD1000002");
        assertThat(orders(database, sorted("-number"), DEEP)).startsWith("ORD1040000");
        assertThat(orders(database, sorted("priority"), 0)).startsWith("ORD1000004", "ORD1000008");
        assertThat(orders(database, sorted("-requestedDate"), 0)).startsWith("ORD1100000");
        assertThat(orders(database, sorted("state"), 0)).startsWith("ORD1000010", "ORD1000020");
        assertThat(orders(database, new CustomerOrderFilter(null, Set.of("IN_PROGRESS"), null, null, null), 30_000))
                .startsWith("ORD1062498");
        assertThat(orders(
                        database,
                        new CustomerOrderFilter(null, Set.of(), CatalogFixture.FOREIGN_ACCOUNT, null, null),
                        0))
                .startsWith("ORD1100000", "ORD1099000");
        assertThat(orders(database, new CustomerOrderFilter(null, Set.of(), null, "REF77", null), 0))
                .containsExactly("ORD1000077");
        assertThat(orders(database, new CustomerOrderFilter("ord1000077", Set.of(), null, null, null), 0))
                .containsExactly("ORD1000077");
    }

    @DatabaseTest
    void customerOrdersAreFoundByTextAndSortedByAccountAllTheSame(TestDatabase database) {
        Crowd.in(database);
        with(database, om -> {
            assertThat(om.customers.list(new CustomerOrderFilter("ref777", Set.of(), null, null, "number"), 0, 3))
                    .extracting(CustomerOrderSummary::number)
                    .containsExactly("ORD1000777", "ORD1007770", "ORD1007771");
            assertThat(om.customers.count(new CustomerOrderFilter("ref777", Set.of(), null, null, null)))
                    .isEqualTo(111);
            assertThat(om.customers.list(sorted("accountName"), DEEP, 10)).hasSize(10);
            assertThat(om.customers.count(CustomerOrderFilter.all())).isEqualTo(Crowd.SIZE);
        });
    }

    @DatabaseTest
    void domainOrdersReadTheirPageFromAnIndex(TestDatabase database) {
        Crowd.in(database);
        assertThat(domainOrders(database, filter(Set.of(), null), null, 0)).startsWith("SO1000001", "SO1000002");
        assertThat(domainOrders(database, filter(Set.of(), "-updatedAt"), null, DEEP))
                .startsWith("SO1040000");
        assertThat(domainOrders(database, filter(Set.of(), "-number"), null, 0)).startsWith("SO1100000");
        assertThat(domainOrders(database, filter(Set.of(), "specification"), null, DEEP))
                .startsWith("SO1060001");
        assertThat(domainOrders(database, filter(Set.of(), "state"), null, 0)).startsWith("SO1000010");
        assertThat(domainOrders(database, filter(Set.of("IN_PROGRESS"), "-updatedAt"), null, 30_000))
                .startsWith("SO1066666");
        assertThat(domainOrders(database, filter(Set.of("IN_PROGRESS"), null), null, 0))
                .startsWith("SO1000001");
        assertThat(domainOrders(database, new DomainOrderFilter("ORD1000077", Set.of(), null, null), null, 0))
                .containsExactly("SO1000077");
        assertThat(domainOrders(database, filter(Set.of(), null), CatalogFixture.FOREIGN_ACCOUNT, 0))
                .startsWith("SO1001000", "SO1002000");
        assertThat(domainOrders(database, new DomainOrderFilter(null, Set.of(), "so1000077", null), null, 0))
                .containsExactly("SO1000077");
        with(database, om -> {
            assertThat(om.orders.countByState(null))
                    .containsEntry(DomainOrderState.IN_PROGRESS, 90_000L)
                    .containsEntry(DomainOrderState.CANCELED, 10_000L)
                    .containsEntry(DomainOrderState.ON_HOLD, 0L);
            assertThat(om.orders.count(filter(Set.of("CANCELED", "ON_HOLD"), null), null))
                    .isEqualTo(10_000);
        });
    }

    @DatabaseTest
    void notesReadTheirPageFromAnIndex(TestDatabase database) {
        UUID domainOrder = Crowd.in(database);
        List<WorkNoteView> page = planned(
                database, "work_note", om -> om.notes.after(domainOrder, WorkNoteFilter.ALL, 20_000, 30_000, 50));
        assertThat(page.get(0).position()).isEqualTo(50_001);
        assertThat(planned(database, "work_note", om -> om.notes.newest(domainOrder, WorkNoteFilter.ALL, 0, 50))
                        .get(0)
                        .position())
                .isEqualTo(Crowd.SIZE);
        assertThat(planned(
                                database,
                                "work_note",
                                om -> om.notes.newest(
                                        domainOrder, new WorkNoteFilter(Set.of("note"), null, null, null), 0, 50))
                        .get(0)
                        .position())
                .isEqualTo(99_990);
        assertThat(planned(
                                database,
                                "work_note",
                                om -> om.notes.after(
                                        domainOrder, new WorkNoteFilter(Set.of(), null, "WO0000007", null), 0, 0, 50))
                        .get(0)
                        .position())
                .isEqualTo(7);
        with(database, om -> {
            assertThat(om.notes.count(domainOrder, WorkNoteFilter.ALL, 0)).isEqualTo(Crowd.SIZE);
            assertThat(om.notes.after(domainOrder, new WorkNoteFilter(Set.of(), null, null, "NOTE 77777"), 0, 0, 9))
                    .extracting(WorkNoteView::position)
                    .containsExactly(77_777L);
        });
    }

    @DatabaseTest
    void falloutsReadTheirPageFromAnIndex(TestDatabase database) {
        Crowd.in(database);
        assertThat(fallouts(database, filter(Set.of(), null, null, null), 0)).startsWith("FO1100000");
        assertThat(fallouts(database, filter(Set.of(), null, null, null), DEEP)).startsWith("FO1040000");
        assertThat(fallouts(database, filter(Set.of("RESOLVED"), null, null, null), 50_000))
                .startsWith("FO1044444");
        assertThat(fallouts(database, filter(Set.of("OPEN"), null, null, null), 0))
                .startsWith("FO1100000");
        assertThat(fallouts(database, filter(Set.of(), "update-refused", null, null), 0))
                .startsWith("FO1099999");
        assertThat(fallouts(database, filter(Set.of("RESOLVED"), null, "dispatcher", null), 0))
                .startsWith("FO1099999", "FO1099998");
        assertThat(fallouts(database, filter(Set.of(), null, null, "SO1000077"), 0))
                .containsExactly("FO1000077");
        with(database, om -> assertThat(FalloutFixture.service(
                                om.fallouts, UserAccess.directory(om.em), Users.MANAGER, List.of(), clock)
                        .count(FalloutFilter.open()))
                .isEqualTo(10_000));
    }

    private List<String> orders(TestDatabase database, CustomerOrderFilter filter, int first) {
        return planned(database, "customer_order", om -> om.customers.list(filter, first, 50)).stream()
                .map(CustomerOrderSummary::number)
                .toList();
    }

    private List<String> domainOrders(TestDatabase database, DomainOrderFilter filter, String own, int first) {
        return planned(database, "domain_order", om -> om.orders.list(filter, own, first, 50)).stream()
                .map(DomainOrder::number)
                .toList();
    }

    private List<String> fallouts(TestDatabase database, FalloutFilter filter, int first) {
        return planned(database, "fallout", om -> FalloutFixture.service(
                                om.fallouts, UserAccess.directory(om.em), Users.MANAGER, List.of(), clock)
                        .list(filter, first, 50))
                .stream()
                .map(FalloutView::number)
                .toList();
    }

    private interface Read<T> {
        T from(OrderManagement om);
    }

    /** Reads, and has the database explain the first statement on the table. */
    private <T> T planned(TestDatabase database, String table, Read<T> read) {
        return in(database, om -> {
            QueryPlans plans = QueryPlans.of(om.em);
            T result = read.from(om);
            String plan = plans.ofFirstOn(table, database.dataSource());
            // one record, or a few, may be sorted; a page of many is read in order
            boolean isFew = result instanceof List<?> list && list.size() < 50;
            if (database.kind() == DatabaseKind.H2) {
                assertThat(plan).doesNotContain("tableScan");
                assertThat(isFew || plan.contains("index sorted")).as(plan).isTrue();
            } else {
                assertThat(plan).contains("Index").doesNotContain("Seq Scan on " + table);
                assertThat(isFew || !plan.contains("Sort Key")).as(plan).isTrue();
            }
            return result;
        });
    }

    private static CustomerOrderFilter sorted(String by) {
        return new CustomerOrderFilter(null, Set.of(), null, null, by);
    }

    private static DomainOrderFilter filter(Set<String> states, String sort) {
        return new DomainOrderFilter(null, states, null, sort);
    }

    private static FalloutFilter filter(Set<String> states, String cause, String owner, String domainOrder) {
        return new FalloutFilter(states, cause, owner, null, domainOrder);
    }
}
