package io.orderfield.fsm.workorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Further work that somebody out there wished for.
 *
 * @param template code of the template
 * @param wishedBy display name
 * @param workOrder number of the work order that Order Management made of it; null while it has not, or has declined
 * @param state that work order's state
 */
public record FollowUpView(
        String template,
        String reason,
        String wishedBy,
        Instant wishedAt,
        @Nullable String workOrder,
        @Nullable String state) {}
