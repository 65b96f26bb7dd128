package io.orderfield.om.inflight;

import static io.orderfield.om.testing.TransitionTable.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.om.testing.TransitionTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        assertThat(table().rows().keySet()).containsExactlyElementsOf(names(InflightChangeState.values()));
        assertThat(table().rows().values()).allSatisfy(row -> assertThat(row.keySet())
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
        return table().cells(InflightChangeState.class, InflightChangeAction.class);
    }

    private static String diagram() {
        return TransitionTable.diagram(
                List.of(InflightChangeState.REQUESTED, InflightChangeState.APPLIED),
                InflightChangeState.class,
                InflightChangeAction.class,
                InflightChangeState::after,
                InflightChangeState::isFinal);
    }

    private static TransitionTable table() throws IOException {
        return new TransitionTable(InflightChangeStateTest.class, "inflight-change-states.csv");
    }
}
