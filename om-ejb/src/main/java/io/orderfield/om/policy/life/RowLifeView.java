package io.orderfield.om.policy.life;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one row of a decision table has caused, in every version that has it: it is known by its id.
 *
 * @param id stays with the row over moves and versions
 * @param row number of the row in the version that is shown, from 1
 * @param template of the work order policy alone: the code of the work order template
 * @param hits domain orders for which it counts, once for each version and set of rows that decided together
 * @param lastHit since when the last of them has been decided so; null when there is none in the time that is looked at
 * @param workOrders work orders that it decided; another row that wants the same template has hits alone
 * @param complete of these, closed complete
 * @param incomplete closed incomplete
 * @param canceledInFieldService canceled in Field Service, without being asked
 * @param reworked done over by a follow-up that is neither canceled nor refused, whatever they ended as
 */
public record RowLifeView(
        String id,
        int row,
        @Nullable String template,
        long hits,
        @Nullable Instant lastHit,
        long workOrders,
        long complete,
        long incomplete,
        long canceledInFieldService,
        long reworked,
        List<RowMark> marks) {
    public RowLifeView {
        marks = List.copyOf(marks);
    }
}
