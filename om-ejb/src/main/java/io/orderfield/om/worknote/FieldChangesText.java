package io.orderfield.om.worknote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.orderfield.kernel.Json;
import io.orderfield.messaging.contract.FieldChange;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Field changes as JSON in one column: they are written once, read with their note, and never searched. */
@Converter
public class FieldChangesText implements AttributeConverter<List<FieldChange>, String> {
    private static final TypeReference<List<FieldChange>> TYPE = new TypeReference<>() {};

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<FieldChange> changes) {
        try {
            return changes == null || changes.isEmpty() ? null : Json.mapper().writeValueAsString(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("field changes could not be written", e);
        }
    }

    @Override
    public List<FieldChange> convertToEntityAttribute(@Nullable String text) {
        try {
            return text == null ? List.of() : List.copyOf(Json.mapper().readValue(text, TYPE));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("field changes could not be read", e);
        }
    }
}
