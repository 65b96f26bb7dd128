package io.orderfield.rules;

import io.orderfield.kernel.Sentence;
import java.util.List;
import java.util.stream.Collectors;

/** A table that can't be used, with all its problems. Whoever calls the reader turns it into a refusal. */
public final class InvalidDecisionTableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_IN_MESSAGE = 5;

    private final List<TableProblem> problems;

    /** @param problems at least one, in the order of the rows */
    public InvalidDecisionTableException(List<TableProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** Says what is wrong with the whole of it. */
    public static InvalidDecisionTableException of(Sentence what) {
        return new InvalidDecisionTableException(List.of(TableProblem.ofTable("", what)));
    }

    /** All problems, in the order of the rows; never empty. */
    public List<TableProblem> problems() {
        return problems;
    }

    private static String message(List<TableProblem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a table without problems is valid");
        }
        String more =
                problems.size() > SHOWN_IN_MESSAGE ? "; and " + (problems.size() - SHOWN_IN_MESSAGE) + " more" : "";
        return problems.stream()
                        .limit(SHOWN_IN_MESSAGE)
                        .map(TableProblem::toString)
                        .collect(Collectors.joining("; "))
                + more;
    }
}
