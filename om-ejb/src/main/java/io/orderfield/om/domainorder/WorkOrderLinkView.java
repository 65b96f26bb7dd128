package io.orderfield.om.domainorder;

import io.orderfield.kernel.Actionable;
import io.orderfield.kernel.AllowedAction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Order Management knows of a work order.
 *
 * @param number such as WO0001001; null until Field Service has confirmed it
 * @param templateName null while Field Service has not published the template
 * @param occurrence which of several of the same template, from 1
 * @param generation 1, and one more each time that the plan wanted it again after it had canceled it
 * @param origin {@code PLAN}, {@code BY_HAND} or {@code FOLLOW_UP}
 * @param state the last known work order state; {@code REQUESTED} before the first answer, {@code REFUSED} where Field
 *     Service refused to create it
 * @param assignee user name of the technician
 * @param pending {@code CREATE}, {@code UPDATE} or {@code CANCEL} while Field Service has not answered, else null
 * @param tableVersion version of the decision table that wanted it; null where a person or Field Service did
 * @param tableRow the row of it that decided
 * @param tableRows all its rows that wanted the template; the first decided
 * @param reason why it was canceled or refused, or why a person wanted it
 * @param waivedBy user name of the manager who does without it after Field Service refused it, null for others
 * @param waiveReason why
 * @param open whether it stands against closing: not closed, or not answered
 * @param key the work order's identity on both sides
 * @param follows number of the work order that wished for this one; null for one that Field Service did not wish for
 * @param allowedActions what the reader may do with it now, and why not the rest
 */
public record WorkOrderLinkView(
        @Nullable String number,
        String template,
        @Nullable String templateName,
        int occurrence,
        int generation,
        String origin,
        String state,
        @Nullable Instant scheduledStart,
        @Nullable Instant scheduledEnd,
        @Nullable String assignee,
        @Nullable String assigneeName,
        @Nullable String pending,
        @Nullable Integer tableVersion,
        @Nullable Integer tableRow,
        List<Integer> tableRows,
        @Nullable String reason,
        @Nullable String waivedBy,
        @Nullable String waiveReason,
        boolean open,
        UUID key,
        @Nullable String follows,
        List<AllowedAction> allowedActions)
        implements Actionable {
    public WorkOrderLinkView {
        tableRows = List.copyOf(tableRows);
    }
}
