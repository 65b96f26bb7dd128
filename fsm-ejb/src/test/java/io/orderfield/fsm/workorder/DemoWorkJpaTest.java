package io.orderfield.fsm.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.fsm.testing.Bench;
import io.orderfield.fsm.testing.Requests;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@WithDatabase(schemas = "fsm", unit = "fsm")
class DemoWorkJpaTest {
    @DatabaseTest
    void takesMarkedWorkOrdersToTheirGoalsAndNoOther(TestDatabase database) {
        Bench bench = Bench.on(database);
        boolean begun = bench.<Boolean>as("nobody", s -> s.demo.hasBegun());
        List<UUID> marked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            UUID key = Requests.newKey();
            marked.add(key);
            bench.receive(Requests.of(key)
                    .template(i == 5 ? "SITE-SURVEY" : "ONT-INSTALL")
                    .description("quantity: 1\nDemonstration order. Call first.")
                    .make());
        }
        WorkOrderView other = bench.workOrder("ONT-INSTALL");

        for (int steps = 0; steps < 100 && next(bench).isPresent(); steps++) {
            bench.doAs("nobody", s -> s.demo.advance(s.demo.next(Set.of()).orElseThrow()));
        }

        assertThat(begun).isFalse();
        assertThat(bench.<Boolean>as("nobody", s -> s.demo.hasBegun())).isTrue();
        assertThat(next(bench)).isEmpty();
        assertThat(marked.stream().map(k -> bench.find(k).state()).toList())
                .containsExactly(
                        "ACCEPTED",
                        "WORK_IN_PROGRESS",
                        "QUALIFIED",
                        "CLOSED_COMPLETE",
                        "ASSIGNED",
                        "AWAITING_QUALIFICATION",
                        "CANCELED",
                        "ACCEPTED");
        assertThat(bench.find(other.key()).state()).isEqualTo("QUALIFIED");
        assertThat(bench.find(marked.get(0)).rescheduleNeeded()).isFalse();
    }

    private static Optional<String> next(Bench bench) {
        return bench.as("nobody", s -> s.demo.next(Set.of()));
    }
}
