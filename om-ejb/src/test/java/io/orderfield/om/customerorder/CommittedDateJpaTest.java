package io.orderfield.om.customerorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.OmSentences;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.ordering.LineItemImport;
import io.orderfield.om.testing.OrderFixture;
import io.orderfield.om.testing.Users;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be promised to a customer: a day that is not over at the location. */
@WithDatabase(schemas = "om", unit = "om")
class CommittedDateJpaTest {
    private static final LocalDate LAST_OF_JUNE = LocalDate.of(2027, 6, 30);

    @DatabaseTest
    void isADayThatIsNotOverAtTheLocation(TestDatabase database) {
        // Lisbon is an hour ahead of UTC in summer, and not in winter
        assertThat(problems(database, "2027-06-30T22:59:00Z", LAST_OF_JUNE)).isEmpty();
        assertThat(problems(database, "2027-06-30T23:01:00Z", LAST_OF_JUNE))
                .extracting(FieldProblem::field, e -> OmSentences.english(e.message()))
                .containsExactly(
                        tuple("lineItems[0].committedDate", "must not be before today at the location, 2027-07-01"));
        assertThat(problems(database, "2027-06-30T23:01:00Z", LAST_OF_JUNE.plusDays(1)))
                .isEmpty();
        assertThat(problems(database, "2027-12-31T23:59:00Z", LocalDate.of(2027, 12, 31)))
                .isEmpty();
        assertThat(problems(database, "2028-01-01T00:01:00Z", LocalDate.of(2027, 12, 31)))
                .hasSize(1);
        assertThat(problems(database, "2027-06-30T12:00:00Z", LocalDate.of(2101, 1, 1)))
                .hasSize(1);
    }

    @DatabaseTest
    void isMovedButNotIntoThePast(TestDatabase database) {
        LineItemData promised = item(LAST_OF_JUNE);

        assertThat(changed(database, promised, committed(LAST_OF_JUNE.plusDays(3)))
                        .committedDate())
                .isEqualTo("2027-07-03");
        assertThat(changed(database, promised, committed(null)).committedDate())
                .as("left out stays, though the day is over")
                .isEqualTo(LAST_OF_JUNE);
        assertThat(changed(database, promised, committed(LAST_OF_JUNE)).committedDate())
                .isEqualTo(LAST_OF_JUNE);
        assertThat(catchThrowableOfType(
                                Refusal.class, () -> changed(database, promised, committed(LAST_OF_JUNE.minusDays(1))))
                        .errors())
                .extracting(FieldProblem::field)
                .containsExactly("committedDate");
    }

    @DatabaseTest
    void isNotCopiedToOtherLocations(TestDatabase database) {
        assertThat(item(LAST_OF_JUNE).at(CatalogFixture.SECOND_LOCATION).committedDate())
                .isNull();
    }

    @DatabaseTest
    void isNothingThatAPartnerMayPromise(TestDatabase database) {
        LocalDate far = LocalDate.of(2090, 1, 1);
        NewCustomerOrder order = OrderFixture.order(newItem(far));

        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> database.inTransaction(em -> new OrderFixture(em)
                        .orders(Users.partner(CatalogFixture.ACCOUNT))
                        .create(order)));

        assertThat(refusal.errors())
                .extracting(FieldProblem::field, e -> OmSentences.english(e.message()))
                .containsExactly(tuple("lineItems[0].committedDate", "is set by the order desk"));
    }

    @DatabaseTest
    void isReadFromAFile(TestDatabase database) {
        LineItemImport imported = database.inTransaction(em -> {
            OrderFixture f = new OrderFixture(em);
            String csv = "action,specification,location,committedDate\nadd," + CatalogFixture.PRODUCT + ","
                    + CatalogFixture.LOCATION + ",2090-05-06\nadd," + CatalogFixture.PRODUCT + ","
                    + CatalogFixture.LOCATION + ",2001-01-01\n";
            String draft = f.draft(CatalogFixture.LOCATION).number();
            assertThat(f.orders(Users.AGENT).lineItemsTemplate())
                    .contains("requestedDate,committedDate,specialInstructions");
            return f.orders(Users.AGENT).importLineItems(draft, csv, false, null);
        });

        assertThat(imported.order().lineItems().get(1).committedDate()).isEqualTo("2090-05-06");
        assertThat(imported.rows().get(1).errors())
                .extracting(FieldProblem::field)
                .containsExactly("committedDate");
    }

    private static List<FieldProblem> problems(TestDatabase database, String now, LocalDate committed) {
        return database.inTransaction(em -> {
            CatalogFixture.ensure(em);
            OrderChecks checks = checks(CatalogFixture.catalog(em), now);
            checks.items(List.of(newItem(committed)), 0, new CustomerOrderDefaults(null, 3, null, null, null));
            Refusal refusal = catchThrowableOfType(Refusal.class, checks::finish);
            return refusal == null ? List.of() : refusal.errors();
        });
    }

    private static LineItemData changed(TestDatabase database, LineItemData item, LineItemRevision revision) {
        return database.inTransaction(em -> {
            CatalogFixture.ensure(em);
            OrderChecks checks = checks(CatalogFixture.catalog(em), "2027-07-01T10:00:00Z");
            LineItemData next = checks.changed(item, revision);
            checks.finish();
            return next;
        });
    }

    private static OrderChecks checks(Catalog catalog, String now) {
        return new OrderChecks(catalog, CatalogFixture.ACCOUNT, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private static LineItemRevision committed(@Nullable LocalDate date) {
        return new LineItemRevision(null, null, null, null, null, null, null, null, date, null);
    }

    private static NewLineItem newItem(LocalDate committed) {
        return new NewLineItem(
                "add",
                CatalogFixture.PRODUCT,
                CatalogFixture.LOCATION,
                List.of(),
                1,
                Map.of(),
                null,
                null,
                null,
                committed,
                null);
    }

    private static LineItemData item(LocalDate committed) {
        return new LineItemData(
                LineItemAction.ADD,
                CatalogFixture.PRODUCT,
                CatalogFixture.LOCATION,
                1,
                Map.of(),
                null,
                3,
                null,
                committed,
                null);
    }
}
