package io.orderfield.om.customerorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.ordering.CustomerOrderOverview;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemFilter;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.testing.OrderFixture;
import io.orderfield.om.testing.QueryPlans;
import io.orderfield.om.testing.Users;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;

/** A large order read for its page: the order by itself, and its items page by page. */
@WithDatabase(schemas = "om", unit = "om")
class OrderPageJpaTest {
    @DatabaseTest
    void theOrderByItselfSaysWhatItSaysWithItsItems(TestDatabase database) {
        String number = approved(database, 7);
        List<String> items = items(database, number, LineItemFilter.ALL, 0, 200);
        with(database, f -> {
            f.passPointOfNoReturn(items.get(3));
            f.changeQuantity(items.get(0), 5);
            f.cancelItem(items.get(1), "not wanted");
        });

        CustomerOrderOverview overview = in(database, f -> f.overview(number));
        CustomerOrderView whole = in(database, f -> f.find(number));

        assertThat(overview.order().version()).isEqualTo(whole.version());
        assertThat(overview.order().pastPointOfNoReturn()).isTrue();
        assertThat(overview.order().accountName()).isEqualTo(whole.accountName());
        assertThat(overview.order().contactName()).isEqualTo(whole.contactName());
        assertThat(overview.order().lineItems()).isEmpty();
        assertThat(overview.lineItems()).isEqualTo(7);
        assertThat(overview.lineItemStates()).isEqualTo(Map.of("IN_PROGRESS", 6L, "CANCELLATION_IN_PROGRESS", 1L));
    }

    @DatabaseTest
    void itemsArePagedAndFiltered(TestDatabase database) {
        String number = approved(database, 7);
        List<String> all = items(database, number, LineItemFilter.ALL, 0, 200);
        assertThat(all).hasSize(7).isSorted();
        assertThat(items(database, number, LineItemFilter.ALL, 5, 5)).isEqualTo(all.subList(5, 7));
        with(database, f -> f.cancelItem(all.get(1), "not wanted"));

        LineItemFilter canceling = new LineItemFilter(Set.of("cancellation_in_progress"), null);
        assertThat(items(database, number, canceling, 0, 10)).containsExactly(all.get(1));
        assertThat(items(database, number, text("porto"), 0, 10)).containsExactly(all.get(1), all.get(4));
        assertThat(items(database, number, text("FIBER INT"), 0, 10)).hasSize(7);
        assertThat(items(database, number, text("po%to"), 0, 10)).isEmpty();
        assertThat(items(database, number, text(all.get(2).toLowerCase(java.util.Locale.ROOT)), 0, 10))
                .containsExactly(all.get(2));
        String other = approved(database, 1);
        assertThat(items(database, other, text(all.get(2)), 0, 10)).isEmpty();

        Assertions.assertThatThrownBy(() -> items(database, number, LineItemFilter.ALL, 0, 201))
                .isInstanceOf(Refusal.class);
        Assertions.assertThatThrownBy(() -> items(database, number, new LineItemFilter(Set.of("LOST"), null), 0, 10))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("unknown-state"));
        Assertions.assertThatThrownBy(() -> in(database, f -> f.orders(Users.partner(CatalogFixture.FOREIGN_ACCOUNT))
                        .lineItems(number, LineItemFilter.ALL, 0, 10)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @DatabaseTest
    void anOrderOfManyItemsTakesAsManyStatementsAsOneOfFew(TestDatabase database) {
        String few = approved(database, 2);
        String many = approved(database, 60);

        assertThat(reads(database, f -> f.find(many))).isEqualTo(reads(database, f -> f.find(few)));
        assertThat(reads(database, f -> f.overview(many))).isEqualTo(reads(database, f -> f.overview(few)));
        assertThat(reads(database, f -> f.lineItems(many, LineItemFilter.ALL, 0, 20)))
                .isEqualTo(reads(database, f -> f.lineItems(few, LineItemFilter.ALL, 0, 20)));
    }

    @DatabaseTest
    void saysWhoRevisedItLast(TestDatabase database) {
        CustomerOrderView draft = in(database, f -> f.draft(CatalogFixture.LOCATION));
        assertThat((Object) in(database, f -> f.lastRevision(draft.number())))
                .isEqualTo(new LastChange("agent", draft.createdAt()));

        with(database, f -> f.orders(Users.MANAGER)
                .revise(draft.number(), new CustomerOrderRevision(null, 1, null, null, null), null));
        LastChange last = in(database, f -> f.lastRevision(draft.number()));
        assertThat(last.by()).isEqualTo("manager");

        with(database, f -> f.place(draft.number()));
        assertThat((Object) in(database, f -> f.lastRevision(draft.number()))).isEqualTo(last);
    }

    private static LineItemFilter text(String text) {
        return new LineItemFilter(Set.of(), text);
    }

    private static List<String> items(TestDatabase database, String order, LineItemFilter filter, int first, int max) {
        return in(database, f -> {
            List<String> page = f.lineItems(order, filter, first, max).stream()
                    .map(LineItemView::number)
                    .toList();
            assertThat(f.countLineItems(order, filter)).isGreaterThanOrEqualTo(page.size());
            return page;
        });
    }

    /** Items at Lisbon, Porto, Faro, Lisbon … */
    private static String approved(TestDatabase database, int items) {
        List<String> locations =
                List.of(CatalogFixture.LOCATION, CatalogFixture.SECOND_LOCATION, CatalogFixture.THIRD_LOCATION);
        return in(
                        database,
                        f -> f.approved(IntStream.range(0, items)
                                .mapToObj(i -> OrderFixture.item(locations.get(i % 3), 1))
                                .toArray(NewLineItem[]::new)))
                .number();
    }

    private static long reads(TestDatabase database, Consumer<OrderFixture> work) {
        return database.inTransaction(em -> {
            OrderFixture fixture = new OrderFixture(em);
            QueryPlans plans = QueryPlans.of(em);
            work.accept(fixture);
            return plans.reads();
        });
    }

    private static void with(TestDatabase database, Consumer<OrderFixture> work) {
        database.doInTransaction(em -> work.accept(new OrderFixture(em)));
    }

    private static <T> T in(TestDatabase database, Function<OrderFixture, T> work) {
        return database.inTransaction(em -> work.apply(new OrderFixture(em)));
    }
}
