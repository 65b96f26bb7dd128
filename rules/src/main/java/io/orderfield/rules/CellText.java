package io.orderfield.rules;

import java.util.regex.Pattern;

/**
 * What a cell may hold as text: no control characters but line breaks and tabs, no halves of surrogate pairs, nothing that
 * XML can't carry, and nothing that turns the direction in which the rest is read.
 */
public final class CellText {
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cs}\\u202D\\u202E\\uFFFE\\uFFFF[\\p{Cc}&&[^\\n\\r\\t]]]");

    /** Blanks at which no line is broken; a spreadsheet shows them like any other. */
    private static final Pattern NO_BREAK = Pattern.compile("[\\u00A0\\u2007\\u202F]");

    private CellText() {}

    /** The text with plain blanks for those at which no line is broken. */
    static String plain(String text) {
        return NO_BREAK.matcher(text).replaceAll(" ");
    }

    /** Whether it is all text. */
    static boolean isFit(String text) {
        return !UNFIT.matcher(text).find();
    }

    /** The text with a question mark for everything that is none. */
    public static String fit(String text) {
        return UNFIT.matcher(text).replaceAll("?");
    }
}
