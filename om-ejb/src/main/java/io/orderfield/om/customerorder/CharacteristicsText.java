package io.orderfield.om.customerorder;

import com.fasterxml.jackson.core.type.TypeReference;
import io.orderfield.kernel.JsonText;
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
public class CharacteristicsText extends JsonText<Map<String, String>>
        implements AttributeConverter<Map<String, String>, String> {
    public CharacteristicsText() {
        super(new TypeReference<>() {});
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Map<String, String> characteristics) {
        return super.convertToDatabaseColumn(characteristics == null ? null : new TreeMap<>(characteristics));
    }

    @Override
    public @Nullable Map<String, String> convertToEntityAttribute(@Nullable String text) {
        Map<String, String> characteristics = super.convertToEntityAttribute(text);
        return characteristics == null ? null : Map.copyOf(characteristics);
    }
}
