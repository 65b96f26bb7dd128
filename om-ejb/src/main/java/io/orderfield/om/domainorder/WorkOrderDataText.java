package io.orderfield.om.domainorder;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderfield.kernel.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** What was last asked for, as JSON in one column: it is only ever compared as a whole. */
@Converter
public class WorkOrderDataText implements AttributeConverter<WorkOrderData, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable WorkOrderData data) {
        try {
            return data == null ? null : Json.mapper().writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("work order data could not be written", e);
        }
    }

    @Override
    public @Nullable WorkOrderData convertToEntityAttribute(@Nullable String text) {
        try {
            return text == null ? null : Json.mapper().readValue(text, WorkOrderData.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("work order data could not be read", e);
        }
    }
}
