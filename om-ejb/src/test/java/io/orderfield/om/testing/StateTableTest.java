package io.orderfield.om.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is tested of every state machine: each cell of its table, its final states, and its diagram. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StateTableTest<S extends Enum<S>, A extends Enum<A>> {
    /** Run the test with -Dorderfield.write-diagrams=true to write the diagram instead of comparing it. */
    private static final boolean WRITE = Boolean.getBoolean("orderfield.write-diagrams");

    private final String name;
    private final Class<S> states;
    private final Class<A> actions;
    private final BiFunction<S, A, Optional<S>> after;
    private final Predicate<S> isFinal;

    /** @param name of the table beside the test and of the diagram in docs/states */
    protected StateTableTest(
            String name, Class<S> states, Class<A> actions, BiFunction<S, A, Optional<S>> after, Predicate<S> isFinal) {
        this.name = name;
        this.states = states;
        this.actions = actions;
        this.after = after;
        this.isFinal = isFinal;
    }

    /** Where its life begins. */
    protected abstract List<S> first();

    /** Where it ends. */
    protected abstract List<S> last();

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @MethodSource("cells")
    void goesWhereTheTableSays(S from, A action, String to) {
        assertThat(after.apply(from, action).map(Enum::name).orElse("-")).isEqualTo(to);
    }

    @Test
    void theTableNamesEveryStateAndEveryAction() throws IOException {
        assertThat(table().rows().keySet()).containsExactlyElementsOf(names(states));
        assertThat(table().rows().values())
                .allSatisfy(row -> assertThat(row.keySet()).containsExactlyElementsOf(names(actions)));
    }

    @Test
    void isFinalWhereNothingLeadsOut() {
        assertThat(states.getEnumConstants()).filteredOn(isFinal).containsExactlyElementsOf(last());
    }

    @Test
    void theDiagramShowsTheTable() throws IOException {
        Path file = Path.of("..", "docs", "states", name + ".mmd");
        String diagram = TransitionTable.diagram(first(), states, actions, after, isFinal);
        if (WRITE) {
            Files.writeString(file, diagram);
        }
        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo(diagram);
    }

    protected final Stream<Arguments> cells() throws IOException {
        return table().cells(states, actions);
    }

    private TransitionTable table() throws IOException {
        return new TransitionTable(getClass(), name + "-states.csv");
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Stream.of(type.getEnumConstants()).map(Enum::name).toList();
    }
}
