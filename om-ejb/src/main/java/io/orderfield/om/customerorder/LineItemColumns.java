package io.orderfield.om.customerorder;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link LineItemData} as columns: EclipseLink embeds no records. */
@Embeddable
class LineItemColumns {
    @Enumerated(EnumType.STRING)
    @Column(name = "action")
    private LineItemAction action;

    @Column(name = "specification")
    private String specification;

    @Column(name = "location")
    private String location;

    @Column(name = "quantity")
    private int quantity;

    @Convert(converter = CharacteristicsText.class)
    @Column(name = "characteristics")
    private Map<String, String> characteristics;

    @Column(name = "contact")
    private @Nullable String contact;

    @Column(name = "priority")
    private int priority;

    @Column(name = "requested_date")
    private @Nullable LocalDate requestedDate;

    @Column(name = "committed_date")
    private @Nullable LocalDate committedDate;

    @Column(name = "special_instructions")
    private @Nullable String specialInstructions;

    void write(LineItemData data) {
        action = data.action();
        specification = data.specification();
        location = data.location();
        quantity = data.quantity();
        characteristics = data.characteristics();
        contact = data.contact();
        priority = data.priority();
        requestedDate = data.requestedDate();
        committedDate = data.committedDate();
        specialInstructions = data.specialInstructions();
    }

    LineItemData data() {
        return new LineItemData(
                action,
                specification,
                location,
                quantity,
                characteristics,
                contact,
                priority,
                requestedDate,
                committedDate,
                specialInstructions);
    }
}
