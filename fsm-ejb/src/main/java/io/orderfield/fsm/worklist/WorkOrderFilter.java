package io.orderfield.fsm.worklist;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which work orders a list shows, and in which order. Null and empty mean any.
 *
 * @param text part of number, customer order, domain order, account, location or short description, in any case
 * @param states names of {@code WorkOrderState}
 * @param assignee user name of a technician who has one of its tasks
 * @param dueBefore last day that is still shown
 * @param template code of the template
 * @param priority 1 critical to 4 low
 * @param sla names of {@code SlaClock.State}: how the work stands to its due date at the time of the look
 * @param sort one of createdAt, updatedAt, number, priority, due, sla (what runs out first; then what does not run), state,
 *     accountName, scheduledStart, assigneeName; with a leading minus the other way round; null is -createdAt
 */
public record WorkOrderFilter(
        @Nullable String text,
        Set<String> states,
        @Nullable String assignee,
        @Nullable String domainOrder,
        @Nullable String region,
        @Nullable LocalDate dueBefore,
        @Nullable String template,
        @Nullable Integer priority,
        Set<String> sla,
        @Nullable String sort) {
    public WorkOrderFilter {
        states = Set.copyOf(states);
        sla = Set.copyOf(sla);
    }

    /** Of any template and priority, however it stands to its due date. */
    public WorkOrderFilter(
            @Nullable String text,
            Set<String> states,
            @Nullable String assignee,
            @Nullable String domainOrder,
            @Nullable String region,
            @Nullable LocalDate dueBefore,
            @Nullable String sort) {
        this(text, states, assignee, domainOrder, region, dueBefore, null, null, Set.of(), sort);
    }

    /** Shows everything, the newest first. */
    public static WorkOrderFilter all() {
        return new WorkOrderFilter(null, Set.of(), null, null, null, null, null);
    }
}
