package io.orderfield.om.customerorder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.orderfield.kernel.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Characteristics as JSON in one column: an order of 2,000 items is read and written without 2,000 further rows, and no
 * query ever asks for a single value.
 */
@Converter
public class CharacteristicsText implements AttributeConverter<Map<String, String>, String> {
    private static final TypeReference<TreeMap<String, String>> TYPE = new TypeReference<>() {};

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Map<String, String> characteristics) {
        try {
            return characteristics == null ? null : Json.mapper().writeValueAsString(new TreeMap<>(characteristics));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("characteristics could not be written", e);
        }
    }

    @Override
    public @Nullable Map<String, String> convertToEntityAttribute(@Nullable String text) {
        try {
            return text == null ? null : Map.copyOf(Json.mapper().readValue(text, TYPE));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("characteristics could not be read", e);
        }
    }
}
