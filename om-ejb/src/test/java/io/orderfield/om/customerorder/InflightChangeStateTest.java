package io.orderfield.om.customerorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InflightChangeStateTest {
    /** Run the test with -Dorderfield.write-diagrams=true to write the diagram instead of comparing it. */
    private static final boolean WRITE = Boolean.getBoolean("orderfield.write-diagrams");

    private static final Path DIAGRAM = Path.of("..", "docs", "states", "inflight-change.mmd");

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @MethodSource("cells")
    void goesWhereTheTableSays(InflightChangeState from, InflightChangeAction action, String to) {
        assertThat(from.after(action).map(Enum::name).orElse("-")).isEqualTo(to);
    }

    @Test
    void theTableNamesEveryStateAndEveryAction() throws IOException {
        assertThat(table().keySet()).containsExactlyElementsOf(names(InflightChangeState.values()));
        assertThat(table().values()).allSatisfy(row -> assertThat(row.keySet())
                .containsExactlyElementsOf(names(InflightChangeAction.values())));
    }

    @Test
    void isFinalWhereNothingLeadsOut() {
        assertThat(InflightChangeState.values())
                .filteredOn(InflightChangeState::isFinal)
                .containsExactly(
                        InflightChangeState.APPLIED, InflightChangeState.REFUSED, InflightChangeState.WITHDRAWN);
    }

    @Test
    void theDiagramShowsTheTable() throws IOException {
        String diagram = diagram();
        if (WRITE) {
            Files.writeString(DIAGRAM, diagram);
        }
        assertThat(DIAGRAM).content(StandardCharsets.UTF_8).isEqualTo(diagram);
    }

    static Stream<Arguments> cells() throws IOException {
        return table().entrySet().stream().flatMap(row -> row.getValue().entrySet().stream()
                .map(cell -> Arguments.of(
                        InflightChangeState.valueOf(row.getKey()),
                        InflightChangeAction.valueOf(cell.getKey()),
                        cell.getValue())));
    }

    private static String diagram() {
        List<String> lines =
                new ArrayList<>(List.of("stateDiagram-v2", "    [*] --> REQUESTED", "    [*] --> APPLIED"));
        for (InflightChangeState from : InflightChangeState.values()) {
            for (InflightChangeAction action : InflightChangeAction.values()) {
                from.after(action)
                        .ifPresent(to -> lines.add("    " + from + " --> " + to + ": "
                                + action.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
            }
            if (from.isFinal()) {
                lines.add("    " + from + " --> [*]");
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static Map<String, Map<String, String>> table() throws IOException {
        try (InputStream csv = InflightChangeStateTest.class.getResourceAsStream("inflight-change-states.csv")) {
            List<String[]> lines = new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(l -> l.split(","))
                    .toList();
            String[] actions = lines.get(0);
            Map<String, Map<String, String>> table = new LinkedHashMap<>();
            for (String[] line : lines.subList(1, lines.size())) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 1; i < actions.length; i++) {
                    row.put(actions[i], line[i]);
                }
                table.put(line[0], row);
            }
            return table;
        }
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
