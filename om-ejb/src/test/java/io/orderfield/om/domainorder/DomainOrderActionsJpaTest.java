package io.orderfield.om.domainorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.AllowedAction;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.change.DomainOrderChangeService;
import io.orderfield.om.closing.DomainOrderClosingService;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.testing.Commands;
import io.orderfield.om.testing.FieldService;
import io.orderfield.om.testing.OrderManagement;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.testing.Users;
import io.orderfield.om.user.CurrentUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/** What a domain order says of itself is what the commands answer: for every role that sees it, in every state. */
@WithDatabase(schemas = "om", unit = "om")
class DomainOrderActionsJpaTest extends OrderManagementTest {
    @BeforeEach
    void doneWorkKeepsTheItemChangeable() {
        policy = OrderManagement.WITHOUT_POINT_OF_NO_RETURN;
    }

    /** Resource orders, which have one work order and no parts. */
    private Map<String, Function<TestDatabase, DomainOrderView>> situations() {
        Map<String, Function<TestDatabase, DomainOrderView>> situations = new LinkedHashMap<>();
        situations.put("IN_PROGRESS", this::fresh);
        situations.put("IN_PROGRESS done", this::done);
        situations.put("IN_PROGRESS past", database -> {
            DomainOrderView order = done(database);
            with(database, om -> om.customers.passPointOfNoReturn(order.lineItem()));
            return order;
        });
        situations.put("ON_HOLD by itself", database -> held(database, done(database)));
        situations.put("ON_HOLD with its order", database -> heldWithOrder(database, done(database)));
        situations.put("ON_HOLD both ways", database -> held(database, heldWithOrder(database, done(database))));
        situations.put("ON_HOLD with open work", database -> held(database, fresh(database)));
        situations.put("CANCELLATION_IN_PROGRESS", database -> {
            DomainOrderView order = fresh(database);
            confirmed(database, order, "QUALIFIED");
            with(database, om -> om.customers.cancelItem(order.lineItem(), "test"));
            return order;
        });
        situations.put("CLOSED_COMPLETE", database -> {
            DomainOrderView order = done(database);
            with(database, om -> om.closing.close(order.number(), complete(), null));
            return order;
        });
        situations.put("CLOSED_INCOMPLETE", database -> {
            DomainOrderView order = fresh(database);
            confirmed(database, order, "CLOSED_INCOMPLETE");
            with(database, om -> om.closing.close(order.number(), acknowledged(), null));
            return order;
        });
        situations.put("CANCELED", database -> {
            DomainOrderView order = fresh(database);
            List<FieldService> work =
                    all(database, in(database, om -> om.customers.find(order.customerOrder()))).stream()
                            .flatMap(d -> confirmed(database, d, "QUALIFIED").stream())
                            .toList();
            with(database, om -> om.customers.cancelItem(order.lineItem(), "test"));
            work.forEach(f -> receive(database, f.answering(2).isCanceled("test")));
            return order;
        });
        return situations;
    }

    @DatabaseTest
    void whatADomainOrderAllowsIsWhatItsCommandsAnswer(TestDatabase database) {
        template(database, "ONT-INSTALL");
        situations().forEach((situation, make) -> {
            DomainOrderView order = again(database, make.apply(database));
            assertThat(order.state()).isEqualTo(situation.split(" ")[0]);
            for (CurrentUser by : Users.ofEveryRole(CatalogFixture.ACCOUNT)) {
                List<AllowedAction> said = Commands.said(
                        database, em -> management(em).find(by, order.number()).allowedActions());
                List<AllowedAction> answered = said.stream()
                        .map(a -> Commands.tried(
                                database, a.name(), em -> act(management(em), by, a.name(), order.number())))
                        .toList();
                assertThat(said).as(situation + " for " + by.name()).isEqualTo(answered);
            }
        });
    }

    private Map<String, Function<TestDatabase, DomainOrderView>> situationsOfARefusal() {
        Map<String, Function<TestDatabase, DomainOrderView>> situations = new LinkedHashMap<>();
        situations.put("not refused", this::done);
        situations.put("not answered", this::fresh);
        situations.put("refused", this::refused);
        situations.put("asked again", database -> {
            DomainOrderView order = refused(database);
            with(database, om -> om.changes.retryRefusedWorkOrder(order.number(), key(order), null));
            return order;
        });
        situations.put("waived", this::waived);
        situations.put("waived and closed", database -> {
            DomainOrderView order = waived(database);
            with(database, om -> om.closing.close(order.number(), acknowledged(), null));
            return order;
        });
        return situations;
    }

    @DatabaseTest
    void whatARefusedWorkOrderAllowsIsWhatItsCommandsAnswer(TestDatabase database) {
        situationsOfARefusal().forEach((situation, make) -> {
            DomainOrderView order = make.apply(database);
            for (CurrentUser by : Users.ofEveryRole(CatalogFixture.ACCOUNT)) {
                List<AllowedAction> said = Commands.said(database, em -> management(em)
                        .find(by, order.number())
                        .workOrders()
                        .get(0)
                        .allowedActions());
                List<AllowedAction> answered = said.stream()
                        .map(a -> Commands.tried(database, a.name(), em -> decide(management(em), by, a.name(), order)))
                        .toList();
                assertThat(said).as(situation + " for " + by.name()).isEqualTo(answered);
            }
        });
    }

    private static DomainOrderView decide(OrderManagement om, CurrentUser by, String action, DomainOrderView order) {
        DomainOrderChangeService changes = om.as(by, DomainOrderChangeService.class);
        return switch (action) {
            case "retry" -> changes.retryRefusedWorkOrder(order.number(), key(order), null);
            case "waive" -> changes.waiveRefusedWorkOrder(order.number(), key(order), "not needed", null);
            default -> throw new IllegalArgumentException(action);
        };
    }

    private static UUID key(DomainOrderView order) {
        return order.workOrders().get(0).key();
    }

    private static DomainOrderView act(OrderManagement om, CurrentUser by, String action, String number) {
        DomainOrderChangeService changes = om.as(by, DomainOrderChangeService.class);
        return switch (action) {
            case "hold" -> changes.hold(number, null, null);
            case "resume" -> changes.resume(number, null);
            case "replan" -> changes.replan(number, null, null, null);
            case "createWorkOrder" -> changes.createWorkOrder(number, "ONT-INSTALL", null, null);
            case "close" -> om.as(by, DomainOrderClosingService.class).close(number, complete(), null);
            default -> throw new IllegalArgumentException(action);
        };
    }

    private DomainOrderView fresh(TestDatabase database) {
        CustomerOrderView order = approved(database);
        return domainOrder(database, order, "resource");
    }

    private DomainOrderView done(TestDatabase database) {
        DomainOrderView order = fresh(database);
        confirmed(database, order, "CLOSED_COMPLETE");
        return order;
    }

    private DomainOrderView refused(TestDatabase database) {
        DomainOrderView order = fresh(database);
        receive(database, new WorkOrderRequestRefused(key(order), null, 1, "unknown-template", "no such template"));
        return order;
    }

    private DomainOrderView waived(TestDatabase database) {
        DomainOrderView order = refused(database);
        with(database, om -> om.changes.waiveRefusedWorkOrder(order.number(), key(order), "not needed", null));
        return order;
    }

    private DomainOrderView held(TestDatabase database, DomainOrderView order) {
        with(database, om -> om.changes.hold(order.number(), null, null));
        return order;
    }

    private DomainOrderView heldWithOrder(TestDatabase database, DomainOrderView order) {
        with(database, om -> om.customers.hold(order.customerOrder(), "test"));
        return order;
    }
}
