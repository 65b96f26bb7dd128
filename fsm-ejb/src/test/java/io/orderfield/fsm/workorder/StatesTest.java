package io.orderfield.fsm.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatesTest {
    /** Run the test with -Dorderfield.write-diagrams=true to write the diagrams instead of comparing them. */
    private static final boolean WRITE = Boolean.getBoolean("orderfield.write-diagrams");

    @ParameterizedTest
    @MethodSource("workOrderCells")
    void aWorkOrderGoesWhereTheTableSays(StateTable.Cell cell) {
        assertThat(WorkOrderState.valueOf(cell.from()).canBecome(WorkOrderState.valueOf(cell.to())))
                .isEqualTo(cell.allowed());
    }

    @ParameterizedTest
    @MethodSource("taskCells")
    void aTaskGoesWhereTheTableSays(StateTable.Cell cell) {
        assertThat(TaskState.valueOf(cell.from()).canBecome(TaskState.valueOf(cell.to())))
                .isEqualTo(cell.allowed());
    }

    @ParameterizedTest
    @MethodSource("subStateCells")
    void aSubStateGoesWhereTheTableSays(StateTable.Cell cell) {
        String[] from = cell.from().split("/");
        assertThat(TaskSubState.valueOf(from[1]).canBecome(TaskState.valueOf(from[0]), TaskSubState.valueOf(cell.to())))
                .isEqualTo(cell.allowed());
    }

    @ParameterizedTest
    @MethodSource("statesWithoutSubStates")
    void noOtherStateHasSubStates(TaskState state) {
        for (TaskSubState from : TaskSubState.values()) {
            assertThat(TaskSubState.values()).noneMatch(to -> from.canBecome(state, to));
        }
    }

    @Test
    void theTablesNameEveryState() throws IOException {
        assertThat(StateTable.read("work-order-states.csv").columns()).isEqualTo(names(WorkOrderState.values()));
        assertThat(StateTable.read("work-order-task-states.csv").columns()).isEqualTo(names(TaskState.values()));
        assertThat(StateTable.read("work-order-task-sub-states.csv").columns()).isEqualTo(names(TaskSubState.values()));
    }

    @Test
    void closedStatesAreExactlyThoseWithNoWayOut() {
        assertThat(WorkOrderState.values())
                .allMatch(s ->
                        s.isClosed() == Arrays.stream(WorkOrderState.values()).noneMatch(s::canBecome));
        assertThat(TaskState.values())
                .allMatch(s -> s.isClosed() == Arrays.stream(TaskState.values()).noneMatch(s::canBecome));
    }

    @Test
    void theDiagramsShowTheTables() throws IOException {
        compare("work-order.mmd", workOrderDiagram());
        compare("work-order-task.mmd", taskDiagram());
    }

    private static void compare(String file, String diagram) throws IOException {
        Path path = Path.of("..", "docs", "states", file);
        if (WRITE) {
            Files.writeString(path, diagram);
        }
        assertThat(path).content(StandardCharsets.UTF_8).isEqualTo(diagram);
    }

    private static String workOrderDiagram() {
        List<String> lines = new ArrayList<>(List.of("stateDiagram-v2", "    [*] --> DRAFT"));
        for (WorkOrderState from : WorkOrderState.values()) {
            Arrays.stream(WorkOrderState.values())
                    .filter(from::canBecome)
                    .forEach(to -> lines.add("    " + from + " --> " + to));
            if (from.isClosed()) {
                lines.add("    " + from + " --> [*]");
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String taskDiagram() {
        List<String> lines = new ArrayList<>(List.of("stateDiagram-v2", "    [*] --> DRAFT"));
        for (TaskState from : TaskState.values()) {
            lines.addAll(subStates(from));
            Arrays.stream(TaskState.values())
                    .filter(from::canBecome)
                    .forEach(to -> lines.add("    " + from + " --> " + to));
            if (from.isClosed()) {
                lines.add("    " + from + " --> [*]");
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> subStates(TaskState state) {
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
    private static String shown(TaskSubState subState, TaskState state) {
        if (subState != TaskSubState.NONE) {
            return subState.name();
        }
        return state == TaskState.ACCEPTED ? "WAITING" : "WORKING";
    }

    static Stream<StateTable.Cell> workOrderCells() throws IOException {
        return StateTable.read("work-order-states.csv").cells().stream();
    }

    static Stream<StateTable.Cell> taskCells() throws IOException {
        return StateTable.read("work-order-task-states.csv").cells().stream();
    }

    static Stream<StateTable.Cell> subStateCells() throws IOException {
        return StateTable.read("work-order-task-sub-states.csv").cells().stream();
    }

    static Stream<TaskState> statesWithoutSubStates() {
        return Arrays.stream(TaskState.values())
                .filter(s -> s != TaskState.ACCEPTED && s != TaskState.WORK_IN_PROGRESS);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
