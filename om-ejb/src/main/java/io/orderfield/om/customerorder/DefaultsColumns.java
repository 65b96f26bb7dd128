package io.orderfield.om.customerorder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** {@link CustomerOrderDefaults} as columns: EclipseLink embeds no records. */
@Embeddable
class DefaultsColumns {
    @Column(name = "contact")
    private @Nullable String contact;

    @Column(name = "priority")
    private int priority;

    @Column(name = "requested_date")
    private @Nullable LocalDate requestedDate;

    @Column(name = "external_reference")
    private @Nullable String externalReference;

    @Column(name = "special_instructions")
    private @Nullable String specialInstructions;

    void write(CustomerOrderDefaults defaults) {
        contact = defaults.contact();
        priority = defaults.priority();
        requestedDate = defaults.requestedDate();
        externalReference = defaults.externalReference();
        specialInstructions = defaults.specialInstructions();
    }

    CustomerOrderDefaults defaults() {
        return new CustomerOrderDefaults(contact, priority, requestedDate, externalReference, specialInstructions);
    }
}
