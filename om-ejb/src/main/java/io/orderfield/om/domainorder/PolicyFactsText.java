package io.orderfield.om.domainorder;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderfield.kernel.Json;
import io.orderfield.rules.PolicyFacts;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** The facts that were decided on, as JSON in one column: they are kept to be read again, not to be searched. */
@Converter
public class PolicyFactsText implements AttributeConverter<PolicyFacts, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable PolicyFacts facts) {
        try {
            return facts == null ? null : Json.mapper().writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the facts of a decision could not be written", e);
        }
    }

    @Override
    public @Nullable PolicyFacts convertToEntityAttribute(@Nullable String text) {
        try {
            return text == null ? null : Json.mapper().readValue(text, PolicyFacts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the facts of a decision could not be read", e);
        }
    }
}
