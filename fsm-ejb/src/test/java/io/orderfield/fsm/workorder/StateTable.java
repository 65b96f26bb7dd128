package io.orderfield.fsm.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A transition table as a CSV file has it: one line per state before, one column per state after. */
record StateTable(List<String> columns, List<Cell> cells) {
    /** Run the tests with -Dorderfield.write-diagrams=true to write the diagrams instead of comparing them. */
    private static final boolean WRITE = Boolean.getBoolean("orderfield.write-diagrams");

    record Cell(String from, String to, boolean allowed) {}

    static StateTable read(String file) throws IOException {
        try (InputStream csv = StateTable.class.getResourceAsStream(file)) {
            List<String[]> lines = new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(l -> l.split(","))
                    .toList();
            List<String> columns = List.of(lines.get(0)).subList(1, lines.get(0).length);
            List<Cell> cells = new ArrayList<>();
            for (String[] line : lines.subList(1, lines.size())) {
                for (int i = 0; i < columns.size(); i++) {
                    cells.add(new Cell(line[0], columns.get(i), line[i + 1].equals("yes")));
                }
            }
            return new StateTable(columns, cells);
        }
    }

    /** Compares a diagram with that of docs/states. */
    static void checkDiagram(String file, List<String> lines) throws IOException {
        Path path = Path.of("..", "docs", "states", file);
        String diagram = String.join("\n", lines) + "\n";
        if (WRITE) {
            Files.writeString(path, diagram);
        }
        assertThat(path).content(StandardCharsets.UTF_8).isEqualTo(diagram);
    }

    static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
