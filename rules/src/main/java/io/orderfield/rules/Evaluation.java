package io.orderfield.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One decision under way: the facts, and the rows that the engine found. Confined to one thread. The rows go in here
 * and never into a global of the engine, which all threads would share.
 */
final class Evaluation {
    private final PolicyFacts facts;
    private final List<PolicyRow> rows = new ArrayList<>();

    Evaluation(PolicyFacts facts) {
        this.facts = facts;
    }

    PolicyFacts facts() {
        return facts;
    }

    void add(PolicyRow row) {
        rows.add(row);
    }

    /** The rows found; the engine's order is its own, so they are sorted. */
    List<PolicyRow> rowsInOrder() {
        rows.sort(Comparator.comparingInt(PolicyRow::number));
        return List.copyOf(rows);
    }
}
