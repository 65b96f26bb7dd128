package io.orderfield.om.policy.testcase;

import com.fasterxml.jackson.core.type.TypeReference;
import io.orderfield.kernel.JsonText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** What is expected, as JSON in one column. */
@Converter
public class ExpectedWorkText extends JsonText<List<ExpectedWork>>
        implements AttributeConverter<List<ExpectedWork>, String> {
    public ExpectedWorkText() {
        super(new TypeReference<>() {});
    }
}
