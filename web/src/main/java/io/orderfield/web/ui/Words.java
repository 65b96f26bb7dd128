package io.orderfield.web.ui;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Short words such as skills and regions, as one field of a form takes them: separated by commas. */
public final class Words {
    private Words() {}

    public static Set<String> of(@Nullable String text) {
        Set<String> words = new LinkedHashSet<>();
        Arrays.stream((text == null ? "" : text).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        return words;
    }

    public static String text(Collection<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }
}
