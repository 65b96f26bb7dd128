package io.orderfield.fsm.workorder;

import io.orderfield.kernel.Blank;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** Checks what people write. Nothing is ever cut. */
public final class WrittenText {
    /** Longest note, reason or closing words, in characters. */
    static final int LONGEST = 4000;

    private WrittenText() {}

    /** @throws Refusal invalid when it is missing, blank, too long or has a character that can't be stored */
    public static String required(String field, @Nullable String text) {
        if (text == null || Blank.is(text)) {
            throw refused(field, Sentence.of("field.required"));
        }
        return checked(field, Blank.strip(text));
    }

    /** The same, where it may be missing; blank is missing. */
    static @Nullable String optional(String field, @Nullable String text) {
        return text == null || Blank.is(text) ? null : checked(field, Blank.strip(text));
    }

    private static String checked(String field, String text) {
        if (text.length() > LONGEST) {
            throw refused(
                    field,
                    Sentence.of("field.tooLong").with("length", text.length()).with("most", LONGEST));
        }
        if (text.indexOf('\0') >= 0) {
            throw refused(field, Sentence.of("field.unstorable"));
        }
        return text;
    }

    private static Refusal refused(String field, Sentence problem) {
        return Refusal.invalid(field, problem);
    }
}
