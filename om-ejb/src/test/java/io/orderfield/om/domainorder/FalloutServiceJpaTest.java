package io.orderfield.om.domainorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.fallout.FalloutFilter;
import io.orderfield.om.fallout.FalloutFixture;
import io.orderfield.om.fallout.FalloutService;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.om.fallout.NewFallout;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.testing.FieldService;
import io.orderfield.om.testing.OrderManagement;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.testing.Users;
import io.orderfield.om.user.Roles;
import io.orderfield.om.user.UserAccess;
import io.orderfield.om.user.UserView;
import io.orderfield.om.worknote.WorkNoteView;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/** Fallouts and what their retry does. It lies here because most of them are about work orders. */
@WithDatabase(schemas = "om", unit = "om")
class FalloutServiceJpaTest extends OrderManagementTest {
    @BeforeEach
    void letNoWorkLockItems() {
        policy = OrderManagement.WITHOUT_POINT_OF_NO_RETURN;
    }

    @DatabaseTest
    void asksForARefusedCreationAgainAsTheItemIsNow(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = FieldService.of(resource.workOrders().get(0), "WO0000601");
        receive(database, field.answering(1).refuses("unknown-template", true));
        with(database, om -> om.customers.revise(resource.lineItem(), instructions("ring twice")));
        sent.forget();
        FalloutView fallout = fallouts(database, resource).get(0);
        assertThat(fallout.lineItem()).isEqualTo(resource.lineItem());
        assertThat(fallout.customerOrder()).isEqualTo(resource.customerOrder());

        FalloutView done = act(database, f -> f.retry(fallout.number(), fallout.version()));

        assertThat(done.state()).isEqualTo("RESOLVED");
        assertThat(done.resolvedBy()).isEqualTo("manager");
        assertThat(done.owner()).isEqualTo("manager");
        assertThat(done.retryable()).isFalse();
        assertThat(sent.of(RequestWorkOrder.class)).singleElement().satisfies(r -> {
            assertThat(r.requestRevision()).isEqualTo(2);
            assertThat(r.description()).contains("ring twice");
        });
        assertThat(again(database, resource).workOrders()).singleElement().satisfies(l -> {
            assertThat(l.state()).isEqualTo("REQUESTED");
            assertThat(l.pending()).isEqualTo("CREATE");
            assertThat(l.reason()).isNull();
        });
        assertThat(notes(database, resource)).extracting(WorkNoteView::kind).endsWith("retried");
        receive(database, field.answering(2).becomes("QUALIFIED"));
        assertThat(again(database, resource).workOrders().get(0).pending()).isNull();
    }

    @DatabaseTest
    void raisesAnotherOneWhenTheCreationIsRefusedOnceMore(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = FieldService.of(resource.workOrders().get(0), "WO0000602");
        receive(database, field.answering(1).refuses("unknown-template", true));
        act(database, f -> f.retry(fallouts(database, resource).get(0).number(), null));

        receive(database, field.answering(2).refuses("unknown-template", true));

        assertThat(fallouts(database, resource)).extracting(FalloutView::state).containsExactly("RESOLVED", "OPEN");
        assertThat(again(database, resource).workOrders().get(0).state()).isEqualTo("REFUSED");
    }

    @DatabaseTest
    void sendsTheWholeWantedStateAgainAfterARefusedUpdate(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = confirmed(database, resource, "QUALIFIED").get(0);
        with(database, om -> om.customers.revise(resource.lineItem(), instructions("mind the dog")));
        receive(database, field.answering(2).refuses("invalid-request", false));
        sent.forget();

        act(database, f -> f.retry(fallouts(database, resource).get(0).number(), null));

        assertThat(sent.of(RequestWorkOrder.class)).singleElement().satisfies(r -> {
            assertThat(r.requestRevision()).isEqualTo(3);
            assertThat(r.description()).contains("mind the dog");
        });
        assertThat(again(database, resource).workOrders().get(0).pending()).isEqualTo("UPDATE");
    }

    @DatabaseTest
    void asksForARefusedCancellationAgainUnlessTheWorkIsDone(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView resource = domainOrder(database, order, "resource");
        FieldService field = confirmed(database, resource, "QUALIFIED").get(0);
        with(database, om -> om.customers.cancelItem(resource.lineItem(), "changed plans"));
        receive(database, field.answering(2).refuses("busy", false));
        sent.forget();

        act(database, f -> f.retry(fallouts(database, resource).get(0).number(), null));
        assertThat(sent.of(CancelWorkOrder.class)).singleElement().satisfies(c -> {
            assertThat(c.requestRevision()).isEqualTo(3);
            assertThat(c.reason()).isEqualTo("changed plans");
        });

        receive(database, field.answering(3).refuses("work-order-closed", false));
        receive(database, field.becomes("CLOSED_COMPLETE"));
        FalloutView last = fallouts(database, resource).get(1);
        Refusal done = refused(database, f -> f.retry(last.number(), null));
        assertThat(done.code()).isEqualTo("nothing-to-retry");
        assertThat(fallouts(database, resource).get(1).state()).isEqualTo("OPEN");
    }

    @DatabaseTest
    void refusesToRetryWhatKnowsNoRetry(TestDatabase database) {
        String number = raised(database, "follow-up-declined", "SO0000001");

        Refusal refusal = refused(database, f -> f.retry(number, null));

        assertThat(refusal.code()).isEqualTo("no-retry");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
    }

    @DatabaseTest
    void isTakenOverAndResolvedOnceByWhoSawTheLastVersion(TestDatabase database) {
        users(database);
        String number = raised(database, "follow-up-declined", "SO0000002");
        assertThat(act(database, f -> f.find(number)).state()).isEqualTo("OPEN");

        FalloutView taken = act(database, f -> f.assign(number, "dispatcher", 1L));
        assertThat(taken.state()).isEqualTo("IN_PROGRESS");
        assertThat(taken.owner()).isEqualTo("dispatcher");
        assertThat(taken.version()).isEqualTo(2);
        assertThat(refused(database, f -> f.resolve(number, "ordered anew", 1L)).kind())
                .isEqualTo(Refusal.Kind.STALE);

        FalloutView ended = act(database, f -> f.resolve(number, " ordered anew ", 2L));
        assertThat(ended.state()).isEqualTo("RESOLVED");
        assertThat(FalloutWords.resolution(ended)).isEqualTo("ordered anew");
        assertThat(ended.owner()).isEqualTo("dispatcher");
        assertThat(ended.resolvedBy()).isEqualTo("manager");
        assertThat(refused(database, f -> f.resolve(number, "again", null)).code())
                .isEqualTo("wrong-state");
        assertThat(refused(database, f -> f.assign(number, "manager", null)).code())
                .isEqualTo("wrong-state");
    }

    @DatabaseTest
    void isGivenToNobodyWhoCannotTakeCare(TestDatabase database) {
        users(database);
        String number = raised(database, "follow-up-declined", "SO0000003");

        for (String nobody : List.of("agent", "gone", "unknown")) {
            assertThat(refused(database, f -> f.assign(number, nobody, null)).errors())
                    .as(nobody)
                    .extracting(Refusal.FieldProblem::field)
                    .containsExactly("owner");
        }
        assertThat(act(database, FalloutService::carers))
                .extracting(UserView::username)
                .containsExactly("dispatcher", "manager");
    }

    @DatabaseTest
    void listsByStateCauseOwnerAndRecordNewestFirst(TestDatabase database) {
        database.clear();
        users(database);
        String first = raised(database, "follow-up-declined", "SO0000011");
        String second = raised(database, "closed-work-changed", "SO0000011");
        String third = raised(database, "closed-work-changed", "SO0000012");
        act(database, f -> f.assign(second, "dispatcher", null));
        act(database, f -> f.resolve(third, "done", null));

        assertThat(numbers(database, new FalloutFilter(Set.of(), null, null, null, null)))
                .containsExactly(third, second, first);
        assertThat(numbers(database, FalloutFilter.open())).containsExactly(second, first);
        assertThat(numbers(database, new FalloutFilter(Set.of("RESOLVED"), null, null, null, null)))
                .containsExactly(third);
        assertThat(numbers(database, new FalloutFilter(Set.of(), "closed-work-changed", null, null, null)))
                .containsExactly(third, second);
        assertThat(numbers(database, new FalloutFilter(Set.of(), null, "dispatcher", null, null)))
                .containsExactly(second);
        assertThat(numbers(database, FalloutFilter.openOf("SO0000011"))).containsExactly(second, first);
        long open = act(database, f -> f.count(FalloutFilter.open()));
        assertThat(open).isEqualTo(2);
        assertThat(refused(database, f -> f.count(new FalloutFilter(Set.of("LOST"), null, null, null, null)))
                        .code())
                .isEqualTo("unknown-state");
    }

    private List<String> numbers(TestDatabase database, FalloutFilter filter) {
        return act(database, f -> f.list(filter, 0, 200)).stream()
                .map(FalloutView::number)
                .toList();
    }

    private String raised(TestDatabase database, String cause, String domainOrder) {
        return in(
                        database,
                        om -> om.fallouts.raise(new NewFallout(
                                cause,
                                domainOrder,
                                null,
                                null,
                                domainOrder,
                                UUID.randomUUID(),
                                Sentence.verbatim("look"))))
                .number();
    }

    private void users(TestDatabase database) {
        with(database, om -> {
            var register = UserAccess.register(om.em);
            register.addMissing(
                    List.of(
                            new UserView("manager", "Max Manager", Set.of(Roles.ORDER_MANAGER), null, true),
                            new UserView("dispatcher", "Dora Dispatcher", Set.of(Roles.DISPATCHER), null, true),
                            new UserView("gone", "Gus Gone", Set.of(Roles.DISPATCHER), null, false),
                            new UserView("agent", "Alma Agent", Set.of(Roles.ORDER_AGENT), null, true)),
                    "secret-1".toCharArray());
        });
    }

    private <T> T act(TestDatabase database, Function<FalloutService, T> action) {
        return in(database, om -> action.apply(service(om)));
    }

    private Refusal refused(TestDatabase database, Function<FalloutService, ?> action) {
        return refusal(database, om -> action.apply(service(om)));
    }

    private FalloutService service(OrderManagement om) {
        return FalloutFixture.service(
                om.fallouts, UserAccess.directory(om.em), Users.MANAGER, List.of(om.retry), clock);
    }
}
