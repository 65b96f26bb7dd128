package io.orderfield.rules;

import java.util.HashMap;
import java.util.Map;

/**
 * Names the engine's expressions. The engine evaluates expressions with the same id only once and shares the answer:
 * two different ones under one id would give silently wrong decisions. So an id is the column with the whole
 * condition, and giving one out for a second meaning fails.
 */
final class ExpressionIds {
    private final Map<String, Meaning> meanings = new HashMap<>();

    private record Meaning(String column, Condition condition) {}

    /** The id of a condition under a column; the same for equal pairs, different for different ones. */
    String idOf(String column, Condition condition) {
        return claim(column + " " + condition.text(), column, condition);
    }

    /** @throws IllegalStateException when the id already stands for something else */
    String claim(String id, String column, Condition condition) {
        Meaning meaning = new Meaning(column, condition);
        Meaning earlier = meanings.putIfAbsent(id, meaning);
        if (earlier != null && !earlier.equals(meaning)) {
            throw new IllegalStateException("expression id '" + id + "' stands for " + earlier + " and " + meaning);
        }
        return id;
    }
}
