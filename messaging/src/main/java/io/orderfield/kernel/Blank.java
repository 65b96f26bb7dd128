package io.orderfield.kernel;

import org.jspecify.annotations.Nullable;

/** What nobody can see in a text: the blanks of all scripts, and characters without a width. */
public final class Blank {
    private Blank() {}

    /** Whether there is nothing to see in it. */
    public static boolean is(@Nullable String text) {
        return text == null || text.codePoints().allMatch(c -> isBlank(c) || isWithoutWidth(c));
    }

    /** The text without the blanks around it. What has no width stays: within a text it joins letters, or keeps them apart. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Java's own blanks are without those at which no line may be broken; none is beyond the first plane. */
    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isWithoutWidth(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.CONTROL -> c != 0; // that can't be stored, and is told so
            default -> false;
        };
    }
}
