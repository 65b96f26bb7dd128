package io.orderfield.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sentence as one column holds it: JSON, so that the words are chosen when it is read. */
public final class SentenceText {
    private static final String KEY = "key";

    private SentenceText() {}

    public static @Nullable String write(@Nullable Sentence sentence) {
        try {
            return sentence == null ? null : Json.mapper().writeValueAsString(sentence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A sentence can always be written", e);
        }
    }

    /** @throws IllegalStateException for what is no sentence */
    public static Sentence read(String text) {
        try {
            return sentence(Json.mapper().readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column holds what is no sentence", e);
        }
    }

    /** What a row says: as data, or the words that stand there since before it was data; null where there is neither. */
    public static @Nullable Sentence said(@Nullable String sentence, @Nullable String words) {
        if (sentence != null) {
            return read(sentence);
        }
        return words == null ? null : Sentence.verbatim(words);
    }

    private static Sentence sentence(JsonNode stored) {
        if (!stored.hasNonNull(KEY)) {
            throw new IllegalStateException("A column holds what is no sentence");
        }
        Map<String, Object> arguments = new LinkedHashMap<>();
        stored.path("arguments").properties().forEach(told -> arguments.put(told.getKey(), argument(told.getValue())));
        return new Sentence(stored.get(KEY).asText(), arguments);
    }

    /** An object is another sentence. */
    private static Object argument(JsonNode stored) {
        if (stored.isObject()) {
            return sentence(stored);
        }
        if (stored.isArray()) {
            List<Object> several = new ArrayList<>();
            stored.forEach(one -> several.add(argument(one)));
            return several;
        }
        return stored.isNumber() ? stored.numberValue() : stored.asText();
    }
}
