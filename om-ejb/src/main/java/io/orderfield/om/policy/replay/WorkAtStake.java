package io.orderfield.om.policy.replay;

import io.orderfield.om.plan.ExistingWork;
import io.orderfield.om.plan.LinkState;
import java.time.Duration;
import java.util.Collection;

/**
 * What a difference would mean for the open work of a domain order, if it were planned again so.
 *
 * @param canceled how many open work orders would be canceled
 * @param assigned of these, how many have a technician
 * @param underWay of these, how many are under way, as Field Service reported last
 * @param pastPointOfNoReturn of these, how many belong to an item past the point of no return: nothing changes it any more,
 *     so they stay
 * @param plannedMinutes of each from the start of the first open visit to the end of the last, added up; what has no visit
 *     yet counts nothing
 */
public record WorkAtStake(int canceled, int assigned, int underWay, int pastPointOfNoReturn, long plannedMinutes) {
    static final WorkAtStake NONE = new WorkAtStake(0, 0, 0, 0, 0);

    /**
     * A work order that there is.
     *
     * @param planned how long its visits are planned
     */
    record Existing(ExistingWork work, Duration planned) {}

    /** What it means when these are canceled. */
    static WorkAtStake of(Collection<Existing> canceled, boolean isPastPointOfNoReturn) {
        return new WorkAtStake(
                canceled.size(),
                reached(canceled, LinkState.ASSIGNED),
                reached(canceled, LinkState.WORK_IN_PROGRESS),
                isPastPointOfNoReturn ? canceled.size() : 0,
                canceled.stream().mapToLong(one -> one.planned().toMinutes()).sum());
    }

    private static int reached(Collection<Existing> works, LinkState state) {
        return (int) works.stream()
                .filter(one -> one.work().state().hasReached(state))
                .count();
    }
}
