package io.orderfield.om.policy.replay;

import com.fasterxml.jackson.core.type.TypeReference;
import io.orderfield.kernel.JsonText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** The work orders of one template, as JSON in one column. */
@Converter
public class ReplayedWorkText extends JsonText<ReplayedWork> implements AttributeConverter<ReplayedWork, String> {
    public ReplayedWorkText() {
        super(new TypeReference<>() {});
    }
}
