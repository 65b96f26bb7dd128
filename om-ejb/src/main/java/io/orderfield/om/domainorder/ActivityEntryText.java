package io.orderfield.om.domainorder;

import com.fasterxml.jackson.core.type.TypeReference;
import io.orderfield.kernel.JsonText;
import io.orderfield.messaging.contract.ActivityEntry;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A parked entry as the JSON that it came as. */
@Converter
public class ActivityEntryText extends JsonText<ActivityEntry> implements AttributeConverter<ActivityEntry, String> {
    public ActivityEntryText() {
        super(new TypeReference<>() {});
    }
}
