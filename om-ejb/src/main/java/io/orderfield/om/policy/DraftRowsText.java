package io.orderfield.om.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.orderfield.kernel.JsonText;
import io.orderfield.rules.DraftRow;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** The rows of a draft or a version as JSON in one column. */
@Converter
public class DraftRowsText extends JsonText<List<DraftRow>> implements AttributeConverter<List<DraftRow>, String> {
    public DraftRowsText() {
        super(new TypeReference<>() {});
    }
}
