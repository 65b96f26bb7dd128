package io.orderfield.om.customerorder;

import io.orderfield.messaging.contract.FieldChange;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** One field's old and new value within a change in flight. */
@Embeddable
class InflightDifference {
    @Column(name = "field")
    private String field;

    @Column(name = "old_value")
    private @Nullable String oldValue;

    @Column(name = "new_value")
    private @Nullable String newValue;

    protected InflightDifference() {
        // for JPA
    }

    InflightDifference(FieldChange change) {
        this.field = change.field();
        this.oldValue = change.oldValue();
        this.newValue = change.newValue();
    }

    FieldChange asFieldChange() {
        return new FieldChange(field, oldValue, newValue);
    }
}
