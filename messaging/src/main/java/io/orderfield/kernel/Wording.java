package io.orderfield.kernel;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of sentences, for one edge: {@code io/orderfield/<owner>/sentences.properties} of each owner that it speaks
 * for. A place is {@code {number}}, the argument of that name, or {@code {what|record}}, the words that stand under
 * {@code record.} and the argument. Another language is another file beside each.
 */
public final class Wording {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?:\\|(\\w+))?}");

    /** Without the language of the machine: what a language lacks is said in English, the file without a language. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ClassLoader loader;
    private final List<String> bundles;

    /**
     * @param edge a class beside whose module the bundles can be found
     * @param owners such as {@code om} and {@code kernel}
     */
    public Wording(Class<?> edge, String... owners) {
        this.loader = edge.getClassLoader();
        this.bundles = Arrays.stream(owners)
                .map(owner -> "io.orderfield." + owner + ".sentences")
                .toList();
    }

    /** The sentence in English, as messages and logs tell it. */
    public String english(Sentence sentence) {
        return in(Locale.ENGLISH, sentence);
    }

    /** The sentence in this language; a key without words is told as it is, with its arguments. */
    public String in(Locale language, Sentence sentence) {
        return pattern(language, sentence.key())
                .map(pattern -> PLACE.matcher(pattern)
                        .replaceAll(place ->
                                Matcher.quoteReplacement(filled(language, sentence, place.group(1), place.group(2)))))
                .orElseGet(sentence::toString);
    }

    /** Of several, sentences stand behind each other, and everything else is listed. */
    private String filled(Locale language, Sentence sentence, String name, @Nullable String kind) {
        Object value = sentence.arguments().get(name);
        if (!(value instanceof Collection<?> several)) {
            return word(language, kind, value);
        }
        String between = several.stream().allMatch(Sentence.class::isInstance) ? " " : ", ";
        return several.stream().map(one -> word(language, kind, one)).collect(Collectors.joining(between));
    }

    private String word(Locale language, @Nullable String kind, @Nullable Object value) {
        if (value instanceof Sentence inner) {
            return in(language, inner);
        }
        String name = String.valueOf(value);
        return kind == null ? name : pattern(language, kind + "." + name).orElse(name);
    }

    private Optional<String> pattern(Locale language, String key) {
        return bundles.stream()
                .map(bundle -> ResourceBundle.getBundle(bundle, language, loader, NO_FALLBACK))
                .filter(bundle -> bundle.containsKey(key))
                .map(bundle -> bundle.getString(key))
                .findFirst();
    }
}
