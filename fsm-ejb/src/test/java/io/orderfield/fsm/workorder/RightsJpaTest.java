package io.orderfield.fsm.workorder;

import static io.orderfield.kernel.Refusal.Kind.FORBIDDEN;
import static io.orderfield.kernel.Refusal.Kind.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.testing.Bench;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;

/** A service asks for the right before it does anything, in front of a test as in front of a page. */
@WithDatabase(schemas = "fsm", unit = "fsm")
class RightsJpaTest {
    @DatabaseTest
    void refusesWhoHasNotTheRight(TestDatabase database) {
        Bench bench = Bench.on(database);
        WorkOrderView work = bench.inState(WorkOrderState.AWAITING_QUALIFICATION);
        String number = work.number();

        for (String user : new String[] {"technician", "viewer", "partner", "nobody"}) {
            Refused.with(FORBIDDEN, "forbidden", () -> bench.doAs(user, s -> s.service.qualify(number, null)));
        }
        Refused.with(NOT_FOUND, "not-found", () -> bench.doAs("partner", s -> s.service.find(number)));
        assertThat(bench.find(work.key()).state()).isEqualTo("AWAITING_QUALIFICATION");
        bench.doAs("dispatcher", s -> s.service.qualify(number, null));
    }

    @DatabaseTest
    void refusesBeforeItLooksAtAnything(TestDatabase database) {
        Bench bench = Bench.on(database);

        Refused.with(FORBIDDEN, "forbidden", () -> bench.doAs("dispatcher", s -> s.tasks.accept("WOT0", null)));
        Refused.with(FORBIDDEN, "forbidden", () -> bench.doAs("viewer", s -> s.fieldUpdates.apply(null, null)));
        Refused.with(NOT_FOUND, "not-found", () -> bench.doAs("technician", s -> s.tasks.accept("WOT0", null)));
    }
}
