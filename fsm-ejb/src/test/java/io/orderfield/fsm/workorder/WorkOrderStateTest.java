package io.orderfield.fsm.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkOrderStateTest {
    private static final String TABLE = "work-order-states.csv";

    @ParameterizedTest
    @MethodSource("cells")
    void aWorkOrderGoesWhereTheTableSays(StateTable.Cell cell) {
        assertThat(WorkOrderState.valueOf(cell.from()).canBecome(WorkOrderState.valueOf(cell.to())))
                .isEqualTo(cell.allowed());
    }

    @Test
    void theTableNamesEveryState() throws IOException {
        assertThat(StateTable.read(TABLE).columns()).isEqualTo(StateTable.names(WorkOrderState.values()));
    }

    @Test
    void closedStatesAreExactlyThoseWithNoWayOut() {
        assertThat(WorkOrderState.values())
                .allMatch(s ->
                        s.isClosed() == Arrays.stream(WorkOrderState.values()).noneMatch(s::canBecome));
    }

    @Test
    void theDiagramShowsTheTable() throws IOException {
        List<String> lines = new ArrayList<>(List.of("stateDiagram-v2", "    [*] --> DRAFT"));
        for (WorkOrderState from : WorkOrderState.values()) {
            Arrays.stream(WorkOrderState.values())
                    .filter(from::canBecome)
                    .forEach(to -> lines.add("    " + from + " --> " + to));
            if (from.isClosed()) {
                lines.add("    " + from + " --> [*]");
            }
        }
        StateTable.checkDiagram("work-order.mmd", lines);
    }

    static Stream<StateTable.Cell> cells() throws IOException {
        return StateTable.read(TABLE).cells().stream();
    }
}
