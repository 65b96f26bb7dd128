package io.orderfield.om.domainorder;

import com.fasterxml.jackson.core.type.TypeReference;
import io.orderfield.kernel.JsonText;
import io.orderfield.rules.PolicyFacts;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** The facts that were decided on, as JSON in one column: they are kept to be read again, not to be searched. */
@Converter
public class PolicyFactsText extends JsonText<PolicyFacts> implements AttributeConverter<PolicyFacts, String> {
    public PolicyFactsText() {
        super(new TypeReference<>() {});
    }
}
