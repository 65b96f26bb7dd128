package io.orderfield.web.customerorder;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.web.api.ScalarText;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a line item; what is left out stays, empty text clears an optional field. Action, specification and
 * location change in DRAFT only; once the order is in progress the rest is a change in flight. A
 * committed date is moved, today at the location or later, and never cleared.
 */
@Schema(name = "LineItemPatch")
public record LineItemPatch(
        @Nullable String action,
        @Nullable String specification,
        @Nullable String location,
        @Nullable Integer quantity,

        @JsonDeserialize(contentUsing = ScalarText.class) @Nullable
        Map<String, String> characteristics,

        @Nullable String contact,
        @Nullable Integer priority,
        @Nullable LocalDate requestedDate,
        @Nullable LocalDate committedDate,
        @Nullable String specialInstructions) {

    LineItemRevision command() {
        return new LineItemRevision(
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
