package io.orderfield.om.domainorder;

import io.orderfield.messaging.refusal.Refusal;
import java.util.List;

/** What the manager decides about a cancellation that Field Service could not carry out everywhere. */
public enum CancellationDecision {
    /** The item is canceled; work that was done stays done. */
    CANCEL_ANYWAY,
    /** The item is in progress again, and its plan is recomputed. */
    KEEP;

    /**
     * The decision of this word.
     *
     * @param word {@code cancelAnyway} or {@code keep}
     * @throws Refusal INVALID for any other
     */
    public static CancellationDecision named(String word) {
        return switch (word) {
            case "cancelAnyway" -> CANCEL_ANYWAY;
            case "keep" -> KEEP;
            default ->
                throw Refusal.invalid(List.of(new Refusal.FieldProblem("decision", "must be cancelAnyway or keep")));
        };
    }
}
