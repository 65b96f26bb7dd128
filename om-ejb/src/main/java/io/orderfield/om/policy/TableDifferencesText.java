package io.orderfield.om.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.orderfield.kernel.JsonText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** What a change of a draft did, as JSON in one column. */
@Converter
public class TableDifferencesText extends JsonText<List<TableDifference>>
        implements AttributeConverter<List<TableDifference>, String> {
    public TableDifferencesText() {
        super(new TypeReference<>() {});
    }
}
