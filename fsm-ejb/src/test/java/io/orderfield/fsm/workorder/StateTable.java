package io.orderfield.fsm.workorder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A transition table as a CSV file has it: one line per state before, one column per state after. */
record StateTable(List<String> columns, List<Cell> cells) {
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
}
