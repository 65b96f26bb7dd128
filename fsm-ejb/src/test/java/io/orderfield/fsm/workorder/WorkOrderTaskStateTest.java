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

class WorkOrderTaskStateTest {
    private static final String TABLE = "work-order-task-states.csv";
    private static final String SUB_STATES = "work-order-task-sub-states.csv";

    @ParameterizedTest
    @MethodSource("cells")
    void aTaskGoesWhereTheTableSays(StateTable.Cell cell) {
        assertThat(WorkOrderTaskState.valueOf(cell.from()).canBecome(WorkOrderTaskState.valueOf(cell.to())))
                .isEqualTo(cell.allowed());
    }

    @ParameterizedTest
    @MethodSource("subStateCells")
    void aSubStateGoesWhereTheTableSays(StateTable.Cell cell) {
        String[] from = cell.from().split("/");
        assertThat(TaskSubState.valueOf(from[1])
                        .canBecome(WorkOrderTaskState.valueOf(from[0]), TaskSubState.valueOf(cell.to())))
                .isEqualTo(cell.allowed());
    }

    @ParameterizedTest
    @MethodSource("statesWithoutSubStates")
    void noOtherStateHasSubStates(WorkOrderTaskState state) {
        for (TaskSubState from : TaskSubState.values()) {
            assertThat(TaskSubState.values()).noneMatch(to -> from.canBecome(state, to));
        }
    }

    @Test
    void theTablesNameEveryState() throws IOException {
        assertThat(StateTable.read(TABLE).columns()).isEqualTo(StateTable.names(WorkOrderTaskState.values()));
        assertThat(StateTable.read(SUB_STATES).columns()).isEqualTo(StateTable.names(TaskSubState.values()));
    }

    @Test
    void closedStatesAreExactlyThoseWithNoWayOut() {
        assertThat(WorkOrderTaskState.values())
                .allMatch(s -> s.isClosed()
                        == Arrays.stream(WorkOrderTaskState.values()).noneMatch(s::canBecome));
    }

    @Test
    void theDiagramShowsTheTable() throws IOException {
        List<String> lines = new ArrayList<>(List.of("stateDiagram-v2", "    [*] --> DRAFT"));
        for (WorkOrderTaskState from : WorkOrderTaskState.values()) {
            lines.addAll(subStates(from));
            Arrays.stream(WorkOrderTaskState.values())
                    .filter(from::canBecome)
                    .forEach(to -> lines.add("    " + from + " --> " + to));
            if (from.isClosed()) {
                lines.add("    " + from + " --> [*]");
            }
        }
        StateTable.checkDiagram("work-order-task.mmd", lines);
    }

    private static List<String> subStates(WorkOrderTaskState state) {
        List<String> lines = new ArrayList<>();
        for (TaskSubState from : TaskSubState.values()) {
            Arrays.stream(TaskSubState.values())
                    .filter(to -> from.canBecome(state, to))
                    .forEach(to -> lines.add("        " + shown(from, state) + " --> " + shown(to, state)));
        }
        if (!lines.isEmpty()) {
            lines.add(0, "    state " + state + " {");
            lines.add(1, "        [*] --> " + shown(TaskSubState.NONE, state));
            lines.add("    }");
        }
        return lines;
    }

    /** A diagram needs different names for the two beginnings. */
    private static String shown(TaskSubState subState, WorkOrderTaskState state) {
        if (subState != TaskSubState.NONE) {
            return subState.name();
        }
        return state == WorkOrderTaskState.ACCEPTED ? "WAITING" : "WORKING";
    }

    static Stream<StateTable.Cell> cells() throws IOException {
        return StateTable.read(TABLE).cells().stream();
    }

    static Stream<StateTable.Cell> subStateCells() throws IOException {
        return StateTable.read(SUB_STATES).cells().stream();
    }

    static Stream<WorkOrderTaskState> statesWithoutSubStates() {
        return Arrays.stream(WorkOrderTaskState.values())
                .filter(s -> s != WorkOrderTaskState.ACCEPTED && s != WorkOrderTaskState.WORK_IN_PROGRESS);
    }
}
