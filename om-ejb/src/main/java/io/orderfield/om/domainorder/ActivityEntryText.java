package io.orderfield.om.domainorder;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderfield.kernel.Json;
import io.orderfield.messaging.contract.ActivityEntry;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A parked entry as the JSON that it came as. */
@Converter
public class ActivityEntryText implements AttributeConverter<ActivityEntry, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ActivityEntry entry) {
        try {
            return entry == null ? null : Json.mapper().writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry could not be written", e);
        }
    }

    @Override
    public @Nullable ActivityEntry convertToEntityAttribute(@Nullable String text) {
        try {
            return text == null ? null : Json.mapper().readValue(text, ActivityEntry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry could not be read", e);
        }
    }
}
