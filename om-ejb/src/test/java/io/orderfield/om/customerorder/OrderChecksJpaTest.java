package io.orderfield.om.customerorder;

import static io.orderfield.om.testing.OrderFixture.item;
import static io.orderfield.om.testing.OrderFixture.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.OmSentences;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.ordering.CustomerOrderFilter;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.testing.OrderFixture;
import io.orderfield.om.testing.Users;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is refused at the door, with the paths of the fields. */
@WithDatabase(schemas = "om", unit = "om")
class OrderChecksJpaTest {
    @DatabaseTest
    void namesEveryProblemAtOnce(TestDatabase database) {
        NewLineItem bad = new NewLineItem(
                "explode",
                "NO-SUCH",
                "LOC-NONE",
                List.of(),
                1_000_000_000,
                Map.of(),
                CatalogFixture.FOREIGN_CONTACT,
                9,
                LocalDate.of(1970, 1, 1),
                null,
                "x".repeat(4_001));
        NewCustomerOrder wanted = new NewCustomerOrder(
                CatalogFixture.ACCOUNT, "CON-NONE", 0, LocalDate.of(9999, 1, 1), "r".repeat(101), null, List.of(bad));

        assertThat(fields(database, wanted))
                .containsExactly(
                        "contact",
                        "priority",
                        "requestedDate",
                        "externalReference",
                        "lineItems[0].action",
                        "lineItems[0].specification",
                        "lineItems[0].quantity",
                        "lineItems[0].contact",
                        "lineItems[0].priority",
                        "lineItems[0].requestedDate",
                        "lineItems[0].specialInstructions",
                        "lineItems[0].location");
    }

    @DatabaseTest
    void refusesQuantitiesOutsideTheLimits(TestDatabase database) {
        for (int quantity : List.of(0, -1, 10_000, Integer.MAX_VALUE, Integer.MIN_VALUE)) {
            assertThat(fields(database, order(item(CatalogFixture.LOCATION, quantity))))
                    .containsExactly("lineItems[0].quantity");
        }
        assertThat(fields(database, order(item(CatalogFixture.LOCATION, 9_999))))
                .isEmpty();
    }

    @DatabaseTest
    void refusesPrioritiesOutsideTheLimits(TestDatabase database) {
        for (int priority : List.of(0, -1, 5, Integer.MAX_VALUE)) {
            assertThat(fields(database, order(ofPriority(priority)))).containsExactly("lineItems[0].priority");
        }
        assertThat(fields(database, order(ofPriority(1), ofPriority(2), ofPriority(3), ofPriority(4))))
                .isEmpty();
    }

    private static NewLineItem ofPriority(int priority) {
        return new NewLineItem(
                "add",
                CatalogFixture.PRODUCT,
                CatalogFixture.LOCATION,
                List.of(),
                1,
                Map.of(),
                null,
                priority,
                null,
                null,
                null);
    }

    @DatabaseTest
    void refusesAnEmptyOrder(TestDatabase database) {
        assertThat(fields(database, order())).containsExactly("lineItems");
        assertThat(fields(database, new NewCustomerOrder(CatalogFixture.ACCOUNT, null, null, null, null, null, null)))
                .containsExactly("lineItems");
        assertThat(fields(database, order((NewLineItem) null))).containsExactly("lineItems[0]");
    }

    @DatabaseTest
    void refusesMoreThanTwoThousandItems(TestDatabase database) {
        NewLineItem[] items =
                Collections.nCopies(2_001, item(CatalogFixture.LOCATION, 1)).toArray(NewLineItem[]::new);
        assertThat(fields(database, order(items))).containsExactly("lineItems");

        NewLineItem spread = new NewLineItem(
                "add",
                CatalogFixture.PRODUCT,
                null,
                Collections.nCopies(2_001, CatalogFixture.LOCATION),
                1,
                Map.of(),
                null,
                null,
                null,
                null,
                null);
        assertThat(fields(database, order(spread))).containsExactly("lineItems");
    }

    @DatabaseTest
    void refusesUnknownInactiveAndForeignReferences(TestDatabase database) {
        assertThat(fields(database, order(item(CatalogFixture.FOREIGN_LOCATION, 1))))
                .containsExactly("lineItems[0].location");
        assertThat(fields(database, order(item(CatalogFixture.INACTIVE_LOCATION, 1))))
                .containsExactly("lineItems[0].location");
        assertThat(fields(database, order(product(CatalogFixture.SERVICE, Map.of()))))
                .containsExactly("lineItems[0].specification");
        assertThat(fields(database, order(product(CatalogFixture.RETIRED_PRODUCT, Map.of()))))
                .containsExactly("lineItems[0].specification");
        NewCustomerOrder unknown = new NewCustomerOrder(
                "ACCT-NONE", null, null, null, null, null, List.of(item(CatalogFixture.LOCATION, 1)));
        assertThat(fields(database, unknown)).containsExactly("account", "lineItems[0].location");
    }

    @DatabaseTest
    void refusesMissingTextAndTextOfAMegabyte(TestDatabase database) {
        String megabyte = "a".repeat(1_000_000);
        NewLineItem empty = new NewLineItem(null, null, null, null, null, null, null, null, null, null, null);
        assertThat(fields(database, order(empty)))
                .containsExactly("lineItems[0].action", "lineItems[0].specification", "lineItems[0].location");
        NewLineItem huge = new NewLineItem(
                megabyte, megabyte, megabyte, List.of(), 1, Map.of(), megabyte, null, null, null, megabyte);
        Refusal refusal = refusal(database, order(huge));
        assertThat(refusal.errors()).hasSize(5).allSatisfy(e -> assertThat(
                        OmSentences.english(e.message()).length())
                .isLessThan(200));
        assertThat(fields(database, new NewCustomerOrder(null, null, null, null, null, null, List.of(empty))))
                .startsWith("account");
    }

    @DatabaseTest
    void refusesCharactersThatCannotBeStored(TestDatabase database) {
        NewCustomerOrder wanted =
                new NewCustomerOrder(CatalogFixture.ACCOUNT, null, null, null, "a\0b", null, List.of(item("LOC\0", 1)));
        assertThat(fields(database, wanted)).containsExactly("externalReference", "lineItems[0].location");
    }

    @DatabaseTest
    void checksCharacteristicsAgainstTheirTypes(TestDatabase database) {
        Map<String, String> wrong = new HashMap<>(Map.of(
                "bandwidth",
                "2G",
                "staticIp",
                "maybe",
                "meters",
                "1E999999999",
                "remark",
                "r".repeat(1_001),
                "what",
                "x"));
        assertThat(fields(database, order(product(CatalogFixture.PRODUCT, wrong))))
                .containsExactlyInAnyOrder(
                        "lineItems[0].characteristics.bandwidth",
                        "lineItems[0].characteristics.staticIp",
                        "lineItems[0].characteristics.meters",
                        "lineItems[0].characteristics.remark",
                        "lineItems[0].characteristics.what");

        Map<String, String> right = Map.of("bandwidth", " 1g ", "staticIp", "False", "meters", "12.50", "remark", " ");
        CustomerOrderView created = database.inTransaction(
                em -> new OrderFixture(em).orders(Users.AGENT).create(order(product(CatalogFixture.PRODUCT, right))));
        assertThat(created.lineItems().get(0).characteristics())
                .isEqualTo(Map.of("bandwidth", "1G", "staticIp", "false", "meters", "12.5"));
    }

    @DatabaseTest
    void makesOneItemOfEachLocation(TestDatabase database) {
        NewLineItem spread = new NewLineItem(
                "ADD",
                CatalogFixture.PRODUCT,
                null,
                List.of(CatalogFixture.SECOND_LOCATION, CatalogFixture.LOCATION, CatalogFixture.LOCATION),
                3,
                Map.of("staticIp", "true"),
                null,
                null,
                null,
                null,
                null);
        CustomerOrderView created = database.inTransaction(
                em -> new OrderFixture(em).orders(Users.AGENT).create(order(spread)));

        assertThat(created.lineItems())
                .extracting(LineItemView::location)
                .containsExactly(CatalogFixture.SECOND_LOCATION, CatalogFixture.LOCATION, CatalogFixture.LOCATION);
        assertThat(created.lineItems()).extracting(LineItemView::quantity).containsOnly(3);

        NewLineItem both = new NewLineItem(
                "add",
                CatalogFixture.PRODUCT,
                CatalogFixture.LOCATION,
                List.of(CatalogFixture.LOCATION, "LOC-NONE"),
                1,
                Map.of(),
                null,
                null,
                null,
                null,
                null);
        assertThat(fields(database, order(both))).containsExactly("lineItems[0].location", "lineItems[0].locations[1]");
    }

    @DatabaseTest
    void leavesNothingOfARefusedOrder(TestDatabase database) {
        long before = database.inTransaction(
                em -> new OrderFixture(em).orders(Users.AGENT).count(CustomerOrderFilter.all()));
        refusal(database, order(item(CatalogFixture.LOCATION, 1), item("LOC-NONE", 1)));
        long after = database.inTransaction(
                em -> new OrderFixture(em).orders(Users.AGENT).count(CustomerOrderFilter.all()));
        assertThat(after).isEqualTo(before);
    }

    private static NewLineItem product(String specification, Map<String, String> characteristics) {
        return new NewLineItem(
                "add",
                specification,
                CatalogFixture.LOCATION,
                List.of(),
                1,
                characteristics,
                null,
                null,
                null,
                null,
                null);
    }

    private static List<String> fields(TestDatabase database, NewCustomerOrder wanted) {
        Refusal refusal = refusal(database, wanted);
        return refusal == null
                ? List.of()
                : refusal.errors().stream().map(FieldProblem::field).toList();
    }

    private static @Nullable Refusal refusal(TestDatabase database, NewCustomerOrder wanted) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> database.inTransaction(
                        em -> new OrderFixture(em).orders(Users.AGENT).create(wanted)));
        if (refusal != null) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
            assertThat(refusal.code()).isEqualTo("invalid-request");
        }
        return refusal;
    }
}
