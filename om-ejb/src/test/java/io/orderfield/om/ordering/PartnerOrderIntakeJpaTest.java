package io.orderfield.om.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Injected;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.AcceptedLineItem;
import io.orderfield.messaging.contract.FieldError;
import io.orderfield.messaging.contract.PartnerLineItem;
import io.orderfield.messaging.contract.PartnerOrder;
import io.orderfield.messaging.contract.PartnerOrderAccepted;
import io.orderfield.messaging.contract.PartnerOrderRefused;
import io.orderfield.messaging.delivery.OutsideMessage;
import io.orderfield.messaging.right.CurrentCaller;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.testing.OrderFixture;
import io.orderfield.om.user.Roles;
import io.orderfield.om.user.UserAccess;
import io.orderfield.om.user.UserView;
import io.orderfield.om.worknote.CurrentChannel;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What partners order by message, from the message to the answer. */
@WithDatabase(schemas = "om", unit = "om")
class PartnerOrderIntakeJpaTest {
    private static final String ACME = "acme";
    private static final String RETIRED = "retired";
    private static final String AGENT = "desk";

    private final Map<String, List<Record>> answers = new LinkedHashMap<>();
    private final String reference = "PO-" + UUID.randomUUID();

    @DatabaseTest
    void anOrderIsPlacedForTheAccountOfTheUserAndAnsweredWithItsItems(TestDatabase database) {
        PartnerLineItem item = new PartnerLineItem(
                "add",
                CatalogFixture.PRODUCT,
                null,
                List.of(CatalogFixture.LOCATION, CatalogFixture.SECOND_LOCATION),
                2,
                Map.of("bandwidth", "1g", "meters", 12.5, "staticIp", true),
                null,
                null,
                LocalDate.of(2027, 3, 1),
                null);
        receive(database, ACME, order(reference, null, item));

        PartnerOrderAccepted accepted = accepted();
        assertThat(accepted.externalReference()).isEqualTo(reference);
        assertThat(accepted.state()).isEqualTo("NEW");
        assertThat(accepted.repeated()).isFalse();
        assertThat(accepted.link()).isEqualTo("/api/v1/customer-orders/" + accepted.customerOrder());
        assertThat(accepted.lineItems())
                .extracting(AcceptedLineItem::location)
                .containsExactly(CatalogFixture.LOCATION, CatalogFixture.SECOND_LOCATION);
        CustomerOrderView order = database.inTransaction(em -> new OrderFixture(em).find(accepted.customerOrder()));
        assertThat(order.account()).isEqualTo(CatalogFixture.ACCOUNT);
        assertThat(order.createdBy()).isEqualTo(ACME);
        assertThat(order.placedBy()).isEqualTo(ACME);
        assertThat(order.lineItems().get(0).characteristics())
                .containsEntry("bandwidth", "1G")
                .containsEntry("meters", "12.5")
                .containsEntry("staticIp", "true");
        assertThat(order.createdChannel()).isEqualTo(CurrentChannel.JMS);
        assertThat(order.placedChannel()).isEqualTo(CurrentChannel.JMS);
    }

    @DatabaseTest
    void anOrderThatIsNotToBePlacedStaysADraft(TestDatabase database) {
        receive(database, ACME, order(reference, false, strict(null)));

        assertThat(accepted().state()).isEqualTo("DRAFT");
    }

    @DatabaseTest
    void aRepeatIsAnsweredWithTheSameOrderAndCreatesNothing(TestDatabase database) {
        receive(database, ACME, order(reference, null, fiber()));
        PartnerOrderAccepted first = accepted();
        long before = orders(database);
        receive(database, ACME, order(" " + reference + " ", null, strict("red"), fiber()));

        PartnerOrderAccepted second = accepted();
        assertThat(second.customerOrder()).isEqualTo(first.customerOrder());
        assertThat(second.lineItems()).isEqualTo(first.lineItems());
        assertThat(second.repeated()).isTrue();
        assertThat(orders(database)).isEqualTo(before);
    }

    @DatabaseTest
    void anInvalidOrderIsAnsweredWithEveryProblemAndLeavesNothing(TestDatabase database) {
        users(database);
        long before = orders(database);
        PartnerLineItem foreign = new PartnerLineItem(
                "add", CatalogFixture.PRODUCT, CatalogFixture.FOREIGN_LOCATION, null, 0, null, null, null, null, null);
        receive(database, ACME, order(reference, null, foreign, strict(null)));

        PartnerOrderRefused refused = refused();
        assertThat(refused.externalReference()).isEqualTo(reference);
        assertThat(refused.code()).isEqualTo("invalid-request");
        assertThat(refused.errors())
                .extracting(FieldError::field)
                .containsExactly(
                        "lineItems[0].quantity", "lineItems[0].location", "lineItems[1].characteristics.color");
        assertThat(orders(database)).isEqualTo(before);

        receive(database, ACME, order(reference, null, fiber()));
        assertThat(accepted().repeated()).isFalse();
    }

    @DatabaseTest
    void anOrderWithoutReferenceItemsOrSenseIsRefused(TestDatabase database) {
        receive(database, ACME, order(null, null, fiber()));
        assertThat(refused().errors()).extracting(FieldError::field).containsExactly("externalReference");

        receive(database, ACME, order("x".repeat(101), null, fiber()));
        assertThat(refused().errors()).extracting(FieldError::field).containsExactly("externalReference");

        receive(database, ACME, new PartnerOrder(reference, null, null, null, null, null, null));
        assertThat(refused().errors()).extracting(FieldError::field).containsExactly("lineItems");

        receive(database, ACME, order(reference, null, (PartnerLineItem) null));
        assertThat(refused().errors()).extracting(FieldError::field).containsExactly("lineItems[0]");

        PartnerLineItem nested = new PartnerLineItem(
                "add",
                CatalogFixture.PRODUCT,
                CatalogFixture.LOCATION,
                null,
                1,
                Map.of("remark", List.of("a")),
                null,
                null,
                null,
                null);
        receive(database, ACME, order(reference, null, nested));
        assertThat(refused().errors())
                .extracting(FieldError::field)
                .containsExactly("lineItems[0].characteristics.remark");
    }

    @DatabaseTest
    void nobodyButAnEnabledPartnerOrders(TestDatabase database) {
        users(database);
        long before = orders(database);
        for (String user : List.of("stranger", RETIRED, AGENT)) {
            receive(database, user, order(reference, null, fiber()));
            assertThat(refused().code()).isEqualTo("unknown-partner");
        }
        assertThat(orders(database)).isEqualTo(before);
        assertThat(answers).containsOnlyKeys("reply.stranger.orders", "reply.retired.orders", "reply.desk.orders");
    }

    @DatabaseTest
    void theReferenceOfAnotherAccountIsNoRepeat(TestDatabase database) {
        receive(database, ACME, order(reference, null, fiber()));
        String first = accepted().customerOrder();
        PartnerLineItem theirs = new PartnerLineItem(
                "add", CatalogFixture.PRODUCT, CatalogFixture.FOREIGN_LOCATION, null, 1, null, null, null, null, null);
        receive(database, "bank", new PartnerOrder(reference, null, null, null, null, null, List.of(theirs)));

        assertThat(accepted().repeated()).isFalse();
        assertThat(accepted().customerOrder()).isNotEqualTo(first);
    }

    private final CurrentCaller caller = new CurrentCaller();

    private void receive(TestDatabase database, String user, PartnerOrder order) {
        users(database);
        database.doInTransaction(em -> with(em, new InOwnTransaction(database))
                .receive(new OutsideMessage<>(user, "reply." + user + ".orders", "17", order, null)));
    }

    /** What the container does around each decision. */
    private final class InOwnTransaction extends PartnerOrderIntake {
        private final TestDatabase database;

        InOwnTransaction(TestDatabase database) {
            this.database = database;
        }

        @Override
        public void accept(PartnerRequest from, PartnerOrder order) {
            database.doInTransaction(em -> intake(em).accept(from, order));
        }

        @Override
        public void refuse(PartnerRequest from, @Nullable PartnerOrder order, Refusal refusal) {
            database.doInTransaction(em -> intake(em).refuse(from, order, refusal));
        }
    }

    private PartnerOrderIntake intake(EntityManager em) {
        return with(em, new PartnerOrderIntake());
    }

    private PartnerOrderIntake with(EntityManager em, PartnerOrderIntake intake) {
        OrderFixture fixture = new OrderFixture(em);
        PartnerAnswers answering = this::remember;
        return Injected.into(
                intake,
                UserAccess.directory(em),
                UserAccess.caller(caller, em),
                fixture.bean(CustomerOrderCommands.class),
                fixture.repository,
                answering,
                fixture.channel(),
                caller);
    }

    private void remember(PartnerRequest to, Record answer) {
        assertThat(to.correlation()).isEqualTo("17");
        answers.computeIfAbsent(to.answers(), k -> new ArrayList<>()).add(answer);
    }

    private static void users(TestDatabase database) {
        database.doInTransaction(em -> {
            CatalogFixture.ensure(em);
            UserAccess.register(em)
                    .addMissing(
                            List.of(
                                    new UserView(ACME, "Acme", Set.of(Roles.PARTNER), CatalogFixture.ACCOUNT, true),
                                    new UserView(
                                            "bank",
                                            "Bank",
                                            Set.of(Roles.PARTNER),
                                            CatalogFixture.FOREIGN_ACCOUNT,
                                            true),
                                    new UserView(
                                            RETIRED, "Retired", Set.of(Roles.PARTNER), CatalogFixture.ACCOUNT, false),
                                    new UserView(AGENT, "Desk", Set.of(Roles.ORDER_AGENT), null, true)),
                            "correct horse".toCharArray());
        });
    }

    private static long orders(TestDatabase database) {
        return database.inTransaction(em -> ((Number) em.createNativeQuery("select count(*) from om.customer_order")
                        .getSingleResult())
                .longValue());
    }

    private PartnerOrderAccepted accepted() {
        return (PartnerOrderAccepted) last();
    }

    private PartnerOrderRefused refused() {
        return (PartnerOrderRefused) last();
    }

    private Record last() {
        List<Record> all = List.copyOf(answers.values()).get(answers.size() - 1);
        return all.get(all.size() - 1);
    }

    private static PartnerOrder order(@Nullable String reference, @Nullable Boolean place, PartnerLineItem... items) {
        return new PartnerOrder(reference, CatalogFixture.CONTACT, null, null, null, place, Arrays.asList(items));
    }

    private static PartnerLineItem fiber() {
        return new PartnerLineItem(
                "add", CatalogFixture.PRODUCT, CatalogFixture.LOCATION, null, 1, null, null, null, null, null);
    }

    private static PartnerLineItem strict(@Nullable String color) {
        return new PartnerLineItem(
                "add",
                CatalogFixture.STRICT_PRODUCT,
                CatalogFixture.LOCATION,
                null,
                1,
                color == null ? null : Map.of("color", color),
                null,
                null,
                null,
                null);
    }
}
