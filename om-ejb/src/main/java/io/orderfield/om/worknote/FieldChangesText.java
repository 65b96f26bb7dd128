package io.orderfield.om.worknote;

import com.fasterxml.jackson.core.type.TypeReference;
import io.orderfield.kernel.JsonText;
import io.orderfield.messaging.contract.FieldChange;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Field changes as JSON in one column: they are written once, read with their note, and never searched. */
@Converter
public class FieldChangesText extends JsonText<List<FieldChange>>
        implements AttributeConverter<List<FieldChange>, String> {
    public FieldChangesText() {
        super(new TypeReference<>() {});
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<FieldChange> changes) {
        return changes == null || changes.isEmpty() ? null : super.convertToDatabaseColumn(changes);
    }

    @Override
    public List<FieldChange> convertToEntityAttribute(@Nullable String text) {
        List<FieldChange> changes = super.convertToEntityAttribute(text);
        return changes == null ? List.of() : List.copyOf(changes);
    }
}
