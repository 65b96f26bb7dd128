package io.orderfield.om.domainorder;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** Reasons that people give: at most 4,000 characters, too long ones are refused and never cut. */
final class Reasons {
    private static final int LONGEST = 4_000;

    private Reasons() {}

    /** @throws Refusal INVALID when it is too long */
    static @Nullable String optional(@Nullable String reason) {
        return optional(reason, LONGEST);
    }

    /** @throws Refusal INVALID when it is longer than the given number of characters */
    static @Nullable String optional(@Nullable String reason, int longest) {
        String given = reason == null || reason.isBlank() ? null : reason.strip();
        if (given != null && given.length() > longest) {
            throw invalid(Sentence.of("field.most").with("most", longest));
        }
        return given;
    }

    /** @throws Refusal INVALID when it is missing or longer than the given number of characters */
    static String required(@Nullable String reason, int longest) {
        String given = optional(reason, longest);
        if (given == null) {
            throw invalid(Sentence.of("field.required"));
        }
        return given;
    }

    /** @throws Refusal INVALID when it is missing or too long */
    static String required(@Nullable String reason) {
        return required(reason, LONGEST);
    }

    private static Refusal invalid(Sentence message) {
        return Refusal.invalid("reason", message);
    }
}
