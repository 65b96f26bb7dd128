package io.orderfield.om.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderfield.kernel.FiredEvents;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.customerorder.LineItemsAddedInFlight;
import io.orderfield.om.testing.OrderFixture;
import io.orderfield.om.testing.Users;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Many items at once: from a file, and copied to other locations. */
@WithDatabase(schemas = "om", unit = "om")
class LineItemImportJpaTest {
    private static final String HEADER =
            "action,specification,location,quantity,requestedDate,characteristics.meters\n";
    private static final String GOOD = "add,FIBER-INTERNET,LOC-T2,3,2027-03-31,12.50\n";
    private static final String BAD = "add,FIBER-INTERNET,LOC-T5,many,31.3.2027,long\n";

    @DatabaseTest
    void rightRowsBecomeItemsAndWrongOnesSayWhy(TestDatabase database) {
        LineItemImport result = importInto(database, draft(database), HEADER + GOOD + "\n" + BAD + GOOD, false);

        assertThat(result.added()).isEqualTo(2);
        assertThat(result.refused()).isEqualTo(1);
        assertThat(result.rows()).extracting(ImportedRow::row).containsExactly(1, 2, 3);
        ImportedRow wrong = result.rows().get(1);
        assertThat(wrong.lineItem()).isNull();
        assertThat(wrong.code()).isEqualTo("invalid-row");
        assertThat(wrong.errors())
                .extracting(FieldProblem::field)
                .containsExactly("quantity", "requestedDate", "characteristics.meters", "location");
        CustomerOrderView order = find(database, result.order().number());
        assertThat(order.lineItems()).hasSize(3);
        LineItemView added = order.lineItems().get(1);
        assertThat(added.number()).isEqualTo(result.rows().get(0).lineItem());
        assertThat(added.location()).isEqualTo(CatalogFixture.SECOND_LOCATION);
        assertThat(added.quantity()).isEqualTo(3);
        assertThat(added.requestedDate()).hasToString("2027-03-31");
        assertThat(added.characteristics()).containsEntry("meters", "12.5");
    }

    @DatabaseTest
    void oneWrongRowRefusesTheFileWhenAllOrNothingIsAsked(TestDatabase database) {
        String order = draft(database);

        Refusal refusal = refusal(database, order, HEADER + GOOD + BAD, true);

        assertThat(refusal.code()).isEqualTo("rows-refused");
        assertThat((List<?>) refusal.data().get("rows"))
                .extracting(r -> ((ImportedRow) r).code())
                .containsExactly("not-added", "invalid-row");
        assertThat(find(database, order).lineItems()).hasSize(1);
        assertThat(importInto(database, order, HEADER + GOOD + GOOD, true).added())
                .isEqualTo(2);
    }

    @DatabaseTest
    void refusesAFileThatIsNoCsvOfLineItems(TestDatabase database) {
        String order = draft(database);
        for (String csv : List.of(
                "",
                "\n\n",
                HEADER,
                "action,specification\nadd,FIBER-INTERNET\n",
                "action,specification,location,color\n",
                "action,action,specification,location\n",
                HEADER + "add,\"FIBER",
                HEADER + "add,FIBER\uFFFD,LOC-T1\n",
                "x".repeat(LineItemsCsv.LONGEST + 1))) {
            assertThat(refusal(database, order, csv, false).code()).isEqualTo("invalid-csv");
        }
    }

    @DatabaseTest
    void readsSemicolonsQuotesAndAByteOrderMark(TestDatabase database) {
        String csv = "\uFEFFlocation;action;specification;specialInstructions\r\n"
                + "LOC-T1;DISCONNECT;FIBER-INTERNET;\"Ring; then \"\"wait\"\"\"\r\n";

        LineItemImport result = importInto(database, draft(database), csv, true);

        LineItemView item = find(database, result.order().number()).lineItems().get(1);
        assertThat(item.action()).isEqualTo("DISCONNECT");
        assertThat(item.specialInstructions()).isEqualTo("Ring; then \"wait\"");
    }

    @DatabaseTest
    void fillsAnOrderUpToTwoThousandItemsAndNotFurther(TestDatabase database) {
        String order = draft(database);
        String rows = IntStream.range(0, 1_999).mapToObj(i -> GOOD).collect(Collectors.joining());
        assertThat(refusal(database, order, HEADER + rows + GOOD, false).code()).isEqualTo("too-many-line-items");
        assertThat(refusal(database, order, HEADER + rows + GOOD + GOOD, false).code())
                .isEqualTo("too-many-line-items");

        assertThat(importInto(database, order, HEADER + rows, true).added()).isEqualTo(1_999);
        assertThat(find(database, order).lineItems()).hasSize(2_000);
    }

    @DatabaseTest
    void inProgressRowsBecomeApprovedItemsAndHaveToBeComplete(TestDatabase database) {
        FiredEvents events = new FiredEvents();
        String csv = HEADER + GOOD + "add,STRICT-PRODUCT,LOC-T1,1,,\n";
        LineItemImport result = database.inTransaction(em -> {
            OrderFixture fixture = new OrderFixture(em, events);
            String order = fixture.approved(CatalogFixture.LOCATION).number();
            return fixture.orders(Users.AGENT).importLineItems(order, csv, false, null);
        });

        assertThat(result.order().lineItems()).extracting(LineItemView::state).containsOnly("IN_PROGRESS");
        assertThat(result.rows().get(1).errors())
                .extracting(FieldProblem::field)
                .containsExactly("characteristics.color");
        assertThat(events.of(LineItemsAddedInFlight.class)).hasSize(1);
    }

    @DatabaseTest
    void aForeignPartnerDoesNotFindTheOrder(TestDatabase database) {
        String order = draft(database);

        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> database.inTransaction(em -> new OrderFixture(em)
                        .orders(Users.partner(CatalogFixture.FOREIGN_ACCOUNT))
                        .importLineItems(order, HEADER + GOOD, false, null)));

        assertThat(refusal.code()).isEqualTo("not-found");
    }

    @DatabaseTest
    void theTemplateIsReadAsItIsAndAsksForLocationsOnly(TestDatabase database) {
        List<ReadRow> rows = database.inTransaction(em -> {
            CustomerOrderService orders = new OrderFixture(em).orders(Users.AGENT);
            return orders.readLineItems(CatalogFixture.ACCOUNT, orders.lineItemsTemplate());
        });

        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row.errors())
                .extracting(FieldProblem::field)
                .containsExactly("location"));
    }

    @DatabaseTest
    void copiesAnItemToOtherLocations(TestDatabase database) {
        CustomerOrderView order =
                importInto(database, draft(database), HEADER + GOOD, true).order();
        LineItemView item = order.lineItems().get(1);

        List<LineItemView> copies = copy(
                database, item.number(), List.of(CatalogFixture.LOCATION, " " + CatalogFixture.THIRD_LOCATION), null);

        assertThat(find(database, order.number()).lineItems()).hasSize(4);
        assertThat(copies).allSatisfy(copy -> {
            assertThat(copy.quantity()).isEqualTo(3);
            assertThat(copy.characteristics()).isEqualTo(item.characteristics());
            assertThat(copy.requestedDate()).isEqualTo(item.requestedDate());
        });
        assertThat(copies)
                .extracting(LineItemView::location)
                .containsExactly(CatalogFixture.LOCATION, CatalogFixture.THIRD_LOCATION);
    }

    @DatabaseTest
    void refusesACopyToNowhereTwiceOrElsewhere(TestDatabase database) {
        LineItemView item = find(database, draft(database)).lineItems().get(0);

        assertThat(copyProblems(database, item, List.of())).containsExactly("locations");
        assertThat(copyProblems(
                        database,
                        item,
                        List.of(
                                CatalogFixture.LOCATION,
                                CatalogFixture.LOCATION,
                                CatalogFixture.FOREIGN_LOCATION,
                                CatalogFixture.INACTIVE_LOCATION)))
                .containsExactly("locations[1]", "locations[2]", "locations[3]");
        Refusal stale = catchThrowableOfType(
                Refusal.class,
                () -> copy(database, item.number(), List.of(CatalogFixture.LOCATION), item.revision() + 1));
        assertThat(stale.kind()).isEqualTo(Refusal.Kind.STALE);
    }

    private static List<String> copyProblems(TestDatabase database, LineItemView item, List<String> locations) {
        return catchThrowableOfType(Refusal.class, () -> copy(database, item.number(), locations, null))
                .errors()
                .stream()
                .map(FieldProblem::field)
                .toList();
    }

    private static List<LineItemView> copy(
            TestDatabase database, String item, List<String> locations, @Nullable Long revision) {
        return database.inTransaction(
                em -> new OrderFixture(em).orders(Users.AGENT).copyLineItem(item, locations, revision));
    }

    private static String draft(TestDatabase database) {
        return database.inTransaction(
                em -> new OrderFixture(em).draft(CatalogFixture.LOCATION).number());
    }

    private static CustomerOrderView find(TestDatabase database, String order) {
        return database.inTransaction(em -> new OrderFixture(em).find(order));
    }

    private static LineItemImport importInto(TestDatabase database, String order, String csv, boolean allOrNothing) {
        return database.inTransaction(
                em -> new OrderFixture(em).orders(Users.AGENT).importLineItems(order, csv, allOrNothing, null));
    }

    private static Refusal refusal(TestDatabase database, String order, String csv, boolean allOrNothing) {
        return catchThrowableOfType(Refusal.class, () -> importInto(database, order, csv, allOrNothing));
    }
}
