package io.orderfield.om.catalog;

import io.orderfield.kernel.Blank;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with a request, so that the caller learns all of it at once. Text is stripped of the
 * blanks around it; too long text is refused, never cut.
 */
public final class Checks {
    /** A request of thousands of wrong items is answered with its first problems, not with a document of megabytes. */
    private static final int MOST_PROBLEMS = 200;

    /** Longest reason that people give, in characters; where a note says more beside it, it is shorter. */
    private static final int LONGEST_REASON = 4_000;

    private final List<FieldProblem> problems = new ArrayList<>();

    /**
     * A reason that a person must give, of at most 4,000 characters.
     *
     * @throws Refusal INVALID when it is missing, too long or can't be stored
     */
    public static String reason(@Nullable String reason) {
        return reason(reason, LONGEST_REASON);
    }

    /** The same, of at most so many characters. */
    public static String reason(@Nullable String reason, int longest) {
        Checks checks = new Checks();
        String valid = checks.required("reason", reason, longest);
        checks.finish();
        return valid;
    }

    /** A reason that a person may give; null when it is blank. */
    public static @Nullable String optionalReason(@Nullable String reason) {
        return optionalReason(reason, LONGEST_REASON);
    }

    /** The same, of at most so many characters. */
    public static @Nullable String optionalReason(@Nullable String reason, int longest) {
        Checks checks = new Checks();
        String valid = checks.optional("reason", reason, longest);
        checks.finish();
        return valid;
    }

    /** Notes a problem with a field. */
    public void problem(String field, Sentence message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new FieldProblem(field, message));
        }
    }

    /** The text, which must not be blank. */
    public String required(String field, @Nullable String text, int longest) {
        String value = optional(field, text, longest);
        if (value == null) {
            problem(field, Sentence.of("field.required"));
            return "";
        }
        return value;
    }

    /** The text, or null when it is blank. */
    public @Nullable String optional(String field, @Nullable String text, int longest) {
        if (text == null || Blank.is(text)) {
            return null;
        }
        String value = Blank.strip(text);
        if (value.length() > longest) {
            problem(
                    field,
                    Sentence.of("field.tooLong").with("length", value.length()).with("most", longest));
        }
        if (value.indexOf('\0') >= 0) {
            problem(field, Sentence.of("field.unstorable"));
        }
        return value;
    }

    /** The text of a correction: null stays null (unchanged), anything else is required. */
    public @Nullable String correction(String field, @Nullable String text, int longest) {
        return text == null ? null : required(field, text, longest);
    }

    /** The text of a correction that may clear the field: null stays null, blank becomes empty. */
    public @Nullable String clearable(String field, @Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        String value = optional(field, text, longest);
        return value == null ? "" : value;
    }

    /** What is wrong. */
    public List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    /** Whether anything is wrong. */
    public boolean failed() {
        return !problems.isEmpty();
    }

    /** @throws Refusal INVALID with every problem, when there is one */
    public void finish() {
        if (failed()) {
            throw Refusal.invalid(problems);
        }
    }
}
