package io.orderfield.web.customerorder;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.web.api.Bodies;
import io.orderfield.web.api.ScalarText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line item to create; with {@code locations} it becomes one item for each of them.
 *
 * @param action add, change or disconnect
 * @param specification code of a product specification
 * @param location number of a location of the account; or give {@code locations}
 * @param quantity 1 to 9,999; 1 when left out
 * @param characteristics values by name
 * @param contact the order's when left out; so are priority, requestedDate and specialInstructions
 * @param committedDate the day that was promised to the customer, today at the location or later; null for none
 */
@Schema(name = "NewLineItem")
public record NewLineItemBody(
        @Nullable String action,
        @Nullable String specification,
        @Nullable String location,
        @Nullable List<@Nullable String> locations,
        @Nullable Integer quantity,

        @JsonDeserialize(contentUsing = ScalarText.class) @Nullable
        Map<String, String> characteristics,

        @Nullable String contact,
        @Nullable Integer priority,
        @Nullable LocalDate requestedDate,
        @Nullable LocalDate committedDate,
        @Nullable String specialInstructions) {

    /** The service says what is wrong with the values; here only the form is put right. */
    NewLineItem command(String field) {
        return new NewLineItem(
                Bodies.text(action),
                Bodies.text(specification),
                location,
                Bodies.listed(field + ".locations", locations),
                quantity,
                characteristics == null ? Map.of() : characteristics,
                contact,
                priority,
                requestedDate,
                committedDate,
                specialInstructions);
    }
}
