package io.orderfield.om.testing;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.MessageType;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;
import io.orderfield.messaging.contract.WorkOrderTemplatePublished;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.closing.ClosingDecision;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.policy.Policies;
import io.orderfield.om.settings.Approval;
import io.orderfield.om.testing.OrderManagement.SomePolicies;
import io.orderfield.om.worknote.WorkNoteView;
import io.orderfield.rules.WorkOrderPolicy;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the tests of domain orders on a database share: transactions, a clock that they move, and the usual steps. */
public abstract class OrderManagementTest {
    public final SentRequests sent = new SentRequests();
    public final TestClock clock = new TestClock();

    /** The one policy, of every version; a test may choose another before its first step. */
    public WorkOrderPolicy policy = OrderManagement.SHIPPED;

    /** A later version that was published meanwhile; null while there is none. */
    public WorkOrderPolicy later;

    /** Who has to agree before a change in flight is applied. */
    public Approval approval = Approval.NONE;

    /** Who has to agree before further work that Field Service wants is created. */
    public Approval followUpApproval = Approval.NONE;

    /** A clock that stands still until it is moved. */
    public static final class TestClock extends Clock {
        private volatile Instant now = Instant.parse("2026-03-02T09:00:00Z");

        public void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    public final <T> T in(TestDatabase database, Function<OrderManagement, T> work) {
        return in(database, sent, work);
    }

    public final <T> T in(TestDatabase database, SentRequests wire, Function<OrderManagement, T> work) {
        return database.inTransaction(em -> work.apply(management(em, wire)));
    }

    public final OrderManagement management(EntityManager em) {
        return management(em, sent);
    }

    private OrderManagement management(EntityManager em, SentRequests wire) {
        Policies policies = new SomePolicies(later == null ? List.of(policy) : List.of(policy, later));
        return new OrderManagement(em, wire, clock, policies, approval, followUpApproval);
    }

    public final void with(TestDatabase database, Consumer<OrderManagement> work) {
        in(database, om -> {
            work.accept(om);
            return om;
        });
    }

    public final Refusal refusal(TestDatabase database, Consumer<OrderManagement> work) {
        return catchThrowableOfType(Refusal.class, () -> with(database, work));
    }

    /** An approved order of one fiber internet: PO → SO (site survey, fiber installation), RO (ONT installation). */
    public final CustomerOrderView approved(TestDatabase database) {
        return in(database, om -> om.customers.approved(CatalogFixture.LOCATION));
    }

    public final DomainOrderView domainOrder(TestDatabase database, CustomerOrderView order, String type) {
        return all(database, order).stream()
                .filter(d -> d.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    public final List<DomainOrderView> all(TestDatabase database, CustomerOrderView order) {
        return in(database, om -> om.of(order.number()));
    }

    public final DomainOrderView again(TestDatabase database, DomainOrderView order) {
        return in(database, om -> om.find(order.number()));
    }

    public final void receive(TestDatabase database, WorkOrderChanged changed) {
        with(database, om -> om.intake.apply(changed, FieldService.context(MessageType.WORK_ORDER_CHANGED)));
    }

    public final void receive(TestDatabase database, WorkOrderRequestRefused refused) {
        with(database, om -> om.intake.apply(refused, FieldService.context(MessageType.WORK_ORDER_REQUEST_REFUSED)));
    }

    /** Field Service confirms every work order of the domain order and brings each to the state. */
    public final List<FieldService> confirmed(TestDatabase database, DomainOrderView order, String state) {
        List<FieldService> field = again(database, order).workOrders().stream()
                .map(l -> FieldService.of(
                        l,
                        "WO" + order.number().substring(2) + "-" + l.template().substring(0, 4)))
                .toList();
        field.forEach(f -> receive(database, f.answering(1).becomes(state)));
        return field;
    }

    public final List<WorkNoteView> notes(TestDatabase database, DomainOrderView order) {
        return in(database, om -> om.notesOf(order.number()));
    }

    public final List<FalloutView> fallouts(TestDatabase database, DomainOrderView order) {
        return in(database, om -> om.falloutsOf(order.number()));
    }

    /** Makes a template known, as Field Service does when it starts. */
    public final void template(TestDatabase database, String code) {
        with(
                database,
                om -> om.intake.apply(
                        new WorkOrderTemplatePublished(code, code, true, 1),
                        FieldService.context(MessageType.WORK_ORDER_TEMPLATE_PUBLISHED)));
    }

    public static WorkOrderLinkView link(DomainOrderView order, String template) {
        return order.workOrders().stream()
                .filter(l -> l.template().equals(template))
                .findFirst()
                .orElseThrow();
    }

    /** Incomplete work is all right, and there is a reason. */
    public static ClosingDecision acknowledged() {
        return new ClosingDecision(true, "as agreed");
    }

    /** Only complete work is all right. */
    public static ClosingDecision complete() {
        return new ClosingDecision(false, null);
    }

    public static LineItemRevision quantity(int quantity) {
        return new LineItemRevision(null, null, null, quantity, null, null, null, null, null, null);
    }

    public static LineItemRevision instructions(String text) {
        return new LineItemRevision(null, null, null, null, null, null, null, null, null, text);
    }

    public static NewLineItem item(String location) {
        return new NewLineItem(
                "add", CatalogFixture.PRODUCT, location, List.of(), 1, Map.of(), null, null, null, null, null);
    }
}
