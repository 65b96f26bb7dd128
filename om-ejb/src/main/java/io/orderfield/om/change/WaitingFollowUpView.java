package io.orderfield.om.change;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish for further work that waits for the manager, as it is shown.
 *
 * @param id names it within its domain order
 * @param workOrder number of the work order that wants it
 * @param template code of the wanted template
 * @param templateName null when Order Management does not know the template
 * @param reason the technician's or dispatcher's, null when nobody said
 */
public record WaitingFollowUpView(
        UUID id,
        String domainOrder,
        String customerOrder,
        @Nullable String workOrder,
        String template,
        @Nullable String templateName,
        @Nullable String reason,
        Instant wishedAt) {}
