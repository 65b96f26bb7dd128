package io.orderfield.om.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A transition table as a CSV file has it (a line per state, a column per action), and the diagram of the same in code. */
final class TransitionTable {
    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

    /** @param beside the class that the file lies beside */
    TransitionTable(Class<?> beside, String file) throws IOException {
        try (InputStream csv = beside.getResourceAsStream(file)) {
            List<String[]> lines = new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(l -> l.split(","))
                    .toList();
            String[] actions = lines.get(0);
            for (String[] line : lines.subList(1, lines.size())) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 1; i < actions.length; i++) {
                    row.put(actions[i], line[i]);
                }
                rows.put(line[0], row);
            }
        }
    }

    /** What the file says of each state: the state after each action, or a hyphen. */
    Map<String, Map<String, String>> rows() {
        return rows;
    }

    /** State, action, and the name of the state after it, for every cell. */
    <S extends Enum<S>, A extends Enum<A>> Stream<Arguments> cells(Class<S> states, Class<A> actions) {
        return rows.entrySet().stream().flatMap(row -> row.getValue().entrySet().stream()
                .map(cell -> Arguments.of(
                        Enum.valueOf(states, row.getKey()), Enum.valueOf(actions, cell.getKey()), cell.getValue())));
    }

    /** The diagram of what the code does. */
    static <S extends Enum<S>, A extends Enum<A>> String diagram(
            List<S> first,
            Class<S> states,
            Class<A> actions,
            BiFunction<S, A, Optional<S>> after,
            Predicate<S> isFinal) {
        List<String> lines = new ArrayList<>(List.of("stateDiagram-v2"));
        first.forEach(state -> lines.add("    [*] --> " + state));
        for (S from : states.getEnumConstants()) {
            for (A action : actions.getEnumConstants()) {
                after.apply(from, action)
                        .ifPresent(to -> lines.add("    " + from + " --> " + to + ": "
                                + action.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
            }
            if (isFinal.test(from)) {
                lines.add("    " + from + " --> [*]");
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
