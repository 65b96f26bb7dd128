package io.orderfield.om.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.change.DomainOrderChangeService;
import io.orderfield.om.closing.DomainOrderClosingService;
import io.orderfield.om.testing.OrderManagement;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.testing.Users;
import io.orderfield.om.user.CurrentUser;
import java.util.List;
import java.util.function.Consumer;

/** A service asks for the right before it does anything, in front of a test as in front of a page. */
@WithDatabase(schemas = "om", unit = "om")
class RightsJpaTest extends OrderManagementTest {
    @DatabaseTest
    void refusesWhoHasNotTheRight(TestDatabase database) {
        String order =
                in(database, om -> om.customers.placed(CatalogFixture.LOCATION)).number();

        assertThat(code(database, om -> om.customers.orders(Users.AGENT).approve(order, null)))
                .isEqualTo("forbidden");
        assertThat(code(database, om -> om.customers.orders(Users.ADMINISTRATOR).place(order, null)))
                .isEqualTo("forbidden");
        assertThat(code(database, om -> om.customers.orders(technician()).find(order)))
                .as("nothing tells a technician that there is such an order")
                .isEqualTo("not-found");
        assertThat(in(database, om -> om.customers.find(order)).state()).isEqualTo("NEW");
    }

    @DatabaseTest
    void refusesBeforeItLooksAtAnything(TestDatabase database) {
        assertThat(code(database, om -> om.as(Users.AGENT, DomainOrderClosingService.class)
                        .close("SO0", complete(), null)))
                .isEqualTo("forbidden");
        assertThat(code(database, om -> om.as(Users.AGENT, DomainOrderChangeService.class)
                        .hold("SO0", null, null)))
                .isEqualTo("forbidden");
        assertThat(code(database, om -> om.changes.hold("SO0", null, null))).isEqualTo("not-found");
    }

    private static CurrentUser technician() {
        List<CurrentUser> all = Users.ofEveryRole(CatalogFixture.ACCOUNT);
        return all.stream()
                .filter(user -> user.name().equals("technician"))
                .findFirst()
                .orElseThrow();
    }

    private String code(TestDatabase database, Consumer<OrderManagement> call) {
        return refusal(database, call).code();
    }
}
