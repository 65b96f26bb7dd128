package io.orderfield.om.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.OmSentences;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.catalog.LocationCorrection;
import io.orderfield.om.catalog.PartView;
import io.orderfield.om.catalog.SpecificationChange;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.importing.ImportFile;
import io.orderfield.om.importing.ImportKind;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.testing.OrderManagementTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What changes of reference data do to orders that are under way: corrections reach the work, the catalog does not. */
@WithDatabase(schemas = "om", unit = "om")
class ReferenceDataChangesJpaTest extends OrderManagementTest {
    @DatabaseTest
    void leavesApprovedOrdersAsTheyWereDecomposed(TestDatabase database) {
        database.clear();
        CustomerOrderView order = approved(database);
        List<DomainOrderView> before = all(database, order);
        sent.forget();

        with(database, om -> CatalogFixture.specificationService(om.em)
                .change(
                        CatalogFixture.PRODUCT,
                        new SpecificationChange(
                                null, null, List.of(), List.of(new PartView(CatalogFixture.RESOURCE, 7))),
                        null));
        assertThat(all(database, order)).isEqualTo(before);
        assertThat(sent.of(RequestWorkOrder.class)).isEmpty();

        with(database, om -> om.customers.revise(order.lineItems().get(0).number(), quantity(3)));
        assertThat(all(database, order))
                .as("a change in flight keeps the nodes and their factors")
                .extracting(DomainOrderView::specification, DomainOrderView::quantity)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(CatalogFixture.PRODUCT, 3),
                        org.assertj.core.api.Assertions.tuple(CatalogFixture.SERVICE, 3),
                        org.assertj.core.api.Assertions.tuple(CatalogFixture.RESOURCE, 6));
        assertThat(all(database, approved(database)))
                .as("what is ordered from now on")
                .extracting(DomainOrderView::specification)
                .containsExactlyInAnyOrder(CatalogFixture.PRODUCT, CatalogFixture.RESOURCE);
    }

    @DatabaseTest
    void letsOrdersGoOnWhoseLocationIsDeactivatedAndRefusesItForNewOnes(TestDatabase database) {
        database.clear();
        CustomerOrderView order = in(database, om -> om.customers.approved(CatalogFixture.THIRD_LOCATION));
        with(
                database,
                om -> om.catalogService.correctLocation(
                        CatalogFixture.THIRD_LOCATION, LocationCorrection.ofUse(false), null));

        with(database, om -> om.customers.revise(order.lineItems().get(0).number(), quantity(2)));
        assertThat(domainOrder(database, order, "service").quantity()).isEqualTo(2);
        Refusal refusal = refusal(database, om -> om.customers.approved(CatalogFixture.THIRD_LOCATION));
        assertThat(refusal.errors())
                .extracting(e -> OmSentences.english(e.message()))
                .containsExactly("the location " + CatalogFixture.THIRD_LOCATION + " is not active");
    }

    @DatabaseTest
    void sendsWhatAnImportCorrectsToTheOpenWork(TestDatabase database) {
        database.clear();
        CustomerOrderView order = approved(database);
        sent.forget();
        String notes = "Gate " + System.nanoTime();
        String csv = "number,accessNotes,active\n" + CatalogFixture.LOCATION + "," + notes + ",true\n";

        with(database, om -> CatalogFixture.importService(om.em, om.events)
                .run(
                        new ImportFile(
                                ImportKind.LOCATIONS,
                                ImportFile.Format.CSV,
                                StandardCharsets.UTF_8,
                                csv.getBytes(StandardCharsets.UTF_8)),
                        true));

        assertThat(sent.of(RequestWorkOrder.class))
                .filteredOn(r -> r.origin().customerOrder().equals(order.number()))
                .hasSize(3)
                .allSatisfy(r -> assertThat(r.location().accessNotes()).isEqualTo(notes));
    }
}
