package io.orderfield.om.plan;

import io.orderfield.messaging.contract.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step from what exists to what is wanted. */
public sealed interface PlanStep {
    /** Asks for a new work order. */
    record Create(WantedWork work, int occurrence, int generation, WorkOrderData data) implements PlanStep {}

    /** Sends the new data of an open work order. */
    record Update(ExistingWork existing, @Nullable WantedWork work, WorkOrderData data, List<FieldChange> changes)
            implements PlanStep {}

    /** Cancels an open work order that is no longer wanted. */
    record Cancel(ExistingWork existing) implements PlanStep {}

    /** Sends nothing, and says why. */
    record Nothing(ExistingWork existing, @Nullable WantedWork work, Why why, List<FieldChange> changes)
            implements PlanStep {}

    /** Why nothing is sent. */
    enum Why {
        /** It has what is wanted. */
        UP_TO_DATE,
        /** Its work is done. The changes are what it will not get. */
        CLOSED_COMPLETE,
        /** Its work ended without success; the manager may re-create it by hand. */
        CLOSED_INCOMPLETE,
        /** Field Service canceled it; the manager may re-create it by hand. */
        CANCELED_IN_FIELD_SERVICE,
        /** Field Service refused to create it; it stands against closing until it is retried or waived. */
        REFUSED,
        /** It is not wanted, and it is closed or canceled already. */
        GONE
    }
}
