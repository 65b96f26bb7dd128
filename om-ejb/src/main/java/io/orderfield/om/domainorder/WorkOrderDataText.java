package io.orderfield.om.domainorder;

import com.fasterxml.jackson.core.type.TypeReference;
import io.orderfield.kernel.JsonText;
import io.orderfield.om.plan.WorkOrderData;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** What was last asked for, as JSON in one column: it is only ever compared as a whole. */
@Converter
public class WorkOrderDataText extends JsonText<WorkOrderData> implements AttributeConverter<WorkOrderData, String> {
    public WorkOrderDataText() {
        super(new TypeReference<>() {});
    }
}
