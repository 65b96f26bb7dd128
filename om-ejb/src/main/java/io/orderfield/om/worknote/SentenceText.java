package io.orderfield.om.worknote;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderfield.kernel.Json;
import io.orderfield.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** A sentence as one column holds it: JSON, so that the words are chosen when it is read. */
final class SentenceText {
    private SentenceText() {}

    static @Nullable String write(@Nullable Sentence sentence) {
        try {
            return sentence == null ? null : Json.mapper().writeValueAsString(sentence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A sentence can always be written", e);
        }
    }

    static Sentence read(String text) {
        try {
            return Json.mapper().readValue(text, Sentence.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column holds what is no sentence", e);
        }
    }
}
