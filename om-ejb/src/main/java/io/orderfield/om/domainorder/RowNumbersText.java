package io.orderfield.om.domainorder;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Row numbers of the decision table as text, such as {@code 2,15}. */
@Converter
public class RowNumbersText implements AttributeConverter<List<Integer>, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<Integer> rows) {
        return rows == null || rows.isEmpty()
                ? null
                : rows.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public List<Integer> convertToEntityAttribute(@Nullable String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }
}
