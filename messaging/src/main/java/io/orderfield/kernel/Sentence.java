package io.orderfield.kernel;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be said to a person, as data: the key of a sentence, and what it tells by name. The words stand in the
 * bundles; {@link Wording} finds them where the reader is known.
 *
 * @param key such as {@code wrong-state.task}; that of a refusal begins with its code
 * @param arguments texts, numbers, dates, names of states, other sentences, or lists of these
 */
public record Sentence(String key, Map<String, Object> arguments) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Sentence {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** A sentence that tells nothing yet. */
    public static Sentence of(String key) {
        return new Sentence(key, Map.of());
    }

    /** What somebody wrote: the same in every language. */
    public static Sentence verbatim(String text) {
        return Sentence.of("verbatim").with("text", text);
    }

    /** The same sentence, which tells this as well. */
    public Sentence with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(arguments);
        more.put(name, value);
        return new Sentence(key, more);
    }

    /** What stands before the first dot: the stable code where it is a refusal's. */
    public String code() {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    /** For logs: the key and the arguments, no words. */
    @Override
    public String toString() {
        return arguments.isEmpty() ? key : key + " " + arguments;
    }
}
