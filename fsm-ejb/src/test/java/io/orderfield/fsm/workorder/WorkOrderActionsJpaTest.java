package io.orderfield.fsm.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.testing.Bench;
import io.orderfield.kernel.AllowedAction;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.util.List;

/** What a work order says of itself is what the command answers: for every caller who sees it, in every state. */
@WithDatabase(schemas = "fsm", unit = "fsm")
class WorkOrderActionsJpaTest {
    @DatabaseTest
    void whatAWorkOrderAllowsIsWhatItsActionsAnswer(TestDatabase database) {
        Bench bench = Bench.on(database);
        for (WorkOrderState state : WorkOrderState.values()) {
            if (state == WorkOrderState.DRAFT) {
                continue; // no work order stays there
            }
            WorkOrderView subject = bench.inState(state);
            assertThat(subject.state()).isEqualTo(state.name());
            for (String user : Bench.USERS) {
                List<AllowedAction> said = AllowedActions.found(() ->
                        bench.as(user, s -> s.service.find(subject.number()).allowedActions()));
                List<AllowedAction> answered = said.stream()
                        .map(a -> AllowedAction.of(
                                a.name(),
                                AllowedActions.refusal(bench, user, s -> act(s.service, a.name(), subject.number()))))
                        .toList();
                assertThat(said).as(state + " for " + user).isEqualTo(answered);
            }
        }
    }

    private static WorkOrderView act(WorkOrderService service, String action, String number) {
        return switch (action) {
            case "qualify" -> service.qualify(number, null);
            case "cancel" -> service.cancel(number, "test", null);
            case "addNote" -> service.addNote(number, "test");
            case "wishFollowUp" -> service.wishFollowUp(number, "ONT-INSTALL", "test");
            default -> throw new IllegalArgumentException(action);
        };
    }
}
