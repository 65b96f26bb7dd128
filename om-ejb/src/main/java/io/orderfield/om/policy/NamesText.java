package io.orderfield.om.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.orderfield.kernel.JsonText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Names as JSON in one column. */
@Converter
public class NamesText extends JsonText<List<String>> implements AttributeConverter<List<String>, String> {
    public NamesText() {
        super(new TypeReference<>() {});
    }
}
