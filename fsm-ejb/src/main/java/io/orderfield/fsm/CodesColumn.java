package io.orderfield.fsm;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** Sets of short codes (skills, regions) as one column holds them: sorted, separated by bars, which no code contains. */
public final class CodesColumn {
    private static final String SEPARATOR = "|";

    private CodesColumn() {}

    /**
     * @param words none of them blank or with a bar
     * @throws IllegalArgumentException otherwise
     */
    public static String join(Collection<String> words) {
        for (String word : words) {
            if (word.isBlank() || word.contains(SEPARATOR)) {
                throw new IllegalArgumentException("not a code: " + word);
            }
        }
        return String.join(SEPARATOR, new TreeSet<>(words));
    }

    /** The words of a column, in its order. */
    public static Set<String> split(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : text.split("\\|")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return Set.copyOf(words);
    }
}
