package io.orderfield.om.change;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;

/** What the manager decides about a cancellation that Field Service could not carry out everywhere. */
public enum CancellationDecision {
    /** The item is canceled; work that was done stays done. */
    CANCEL_ANYWAY("Canceled anyway: "),
    /** The item is in progress again, and its plan is recomputed. */
    KEEP("Kept: ");

    private final String words;

    CancellationDecision(String words) {
        this.words = words;
    }

    /** What was decided, to be followed by the reason. */
    String words() {
        return words;
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
