package io.orderfield.om.change;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;

/** What the manager decides about a cancellation that Field Service could not carry out everywhere. */
public enum CancellationDecision {
    /** The item is canceled; work that was done stays done. */
    CANCEL_ANYWAY,
    /** The item is in progress again, and its plan is recomputed. */
    KEEP;

    /** What was decided, and why. */
    Sentence said(String reason) {
        return switch (this) {
            case CANCEL_ANYWAY -> Sentence.of("fallout.canceledAnyway").with("reason", reason);
            case KEEP -> Sentence.of("fallout.kept").with("reason", reason);
        };
    }

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
            default -> throw Refusal.invalid("decision", Sentence.of("field.cancellationDecision"));
        };
    }
}
