package io.orderfield.web.domainorder;

import io.orderfield.om.domainorder.FollowUpView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Further work that Field Service wants and that waits for the manager.
 *
 * @param id names it within its domain order
 * @param workOrder number of the work order that wants it
 * @param template code of the wanted template
 * @param reason who wants it says why, null when nobody did
 */
@Schema(name = "WaitingFollowUp")
public record FollowUpWishRecord(
        UUID id,
        String domainOrder,
        String customerOrder,
        @Nullable String workOrder,
        String template,
        @Nullable String templateName,
        @Nullable String reason,
        Instant wishedAt) {
    static FollowUpWishRecord of(FollowUpView view) {
        return new FollowUpWishRecord(
                view.id(),
                view.domainOrder(),
                view.customerOrder(),
                view.workOrder(),
                view.template(),
                view.templateName(),
                view.reason(),
                view.wishedAt());
    }
}
