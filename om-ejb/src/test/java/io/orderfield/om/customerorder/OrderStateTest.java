package io.orderfield.om.customerorder;

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

class OrderStateTest {
    /** Run the test with -Dorderfield.write-diagrams=true to write the diagram instead of comparing it. */
    private static final boolean WRITE = Boolean.getBoolean("orderfield.write-diagrams");

    private static final Path DIAGRAM = Path.of("..", "docs", "states", "order.mmd");

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @MethodSource("cells")
    void goesWhereTheTableSays(OrderState from, OrderAction action, String to) {
        assertThat(from.after(action).map(Enum::name).orElse("-")).isEqualTo(to);
    }

    @Test
    void theTableNamesEveryStateAndEveryAction() throws IOException {
        assertThat(table().rows().keySet()).containsExactlyElementsOf(names(OrderState.values()));
        assertThat(table().rows().values())
                .allSatisfy(row -> assertThat(row.keySet()).containsExactlyElementsOf(names(OrderAction.values())));
    }

    @Test
    void isFinalWhereNothingLeadsOut() {
        assertThat(OrderState.values())
                .filteredOn(OrderState::isFinal)
                .containsExactly(OrderState.COMPLETED, OrderState.CANCELED);
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
        return table().cells(OrderState.class, OrderAction.class);
    }

    private static String diagram() {
        return TransitionTable.diagram(
                List.of(OrderState.DRAFT), OrderState.class, OrderAction.class, OrderState::after, OrderState::isFinal);
    }

    private static TransitionTable table() throws IOException {
        return new TransitionTable(OrderStateTest.class, "order-states.csv");
    }
}
