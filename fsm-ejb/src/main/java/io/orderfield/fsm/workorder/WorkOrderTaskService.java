package io.orderfield.fsm.workorder;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work order tasks for dispatchers and technicians.
 *
 * <p>Every change is refused, in this order: {@code not-found} for a field system on whose technicians the work order does not
 * depend; {@code not-your-task} (forbidden) for a technician's step on somebody else's
 * task; {@code work-order-canceled} or {@code work-order-closed} once the work order is over; {@code stale} where the
 * caller's version is not the current one; {@code wrong-state} where the state has no such transition. A field system acts
 * for its own technicians.
 */
@Stateless
@May(Right.PERFORM_TASKS)
public class WorkOrderTaskService {
    @Inject
    private TaskDesk desk;

    @Inject
    private Actors actors;

    /** @throws Refusal not found */
    @May(value = Right.READ_WORK_ORDERS, hidden = true)
    public WorkOrderTaskView find(String number) {
        return desk.find(actors.current(), number);
    }

    /**
     * Gives the task to a technician, or to another one, or plans the visit anew.
     *
     * @param technician user name; null keeps the task's technician, for another time
     * @param override plan it although something speaks against it; then with a reason
     * @throws Refusal conflict {@code scheduling-conflict} with the data {@code conflicts}; invalid
     *     {@code unknown-technician}; conflict {@code technician-inactive}
     */
    @May(Right.DISPATCH)
    public WorkOrderTaskView assign(
            String number,
            @Nullable String technician,
            Instant start,
            Instant end,
            boolean override,
            @Nullable String overrideReason,
            @Nullable Long expectedVersion) {
        Assignment wanted = Assignment.of(technician, start, end, override, overrideReason);
        return desk.assign(actors.current(), number, wanted, expectedVersion);
    }

    /** Takes the task back; it waits for a technician again. */
    @May(Right.DISPATCH)
    public WorkOrderTaskView unassign(String number, @Nullable Long expectedVersion) {
        return desk.unassign(actors.current(), number, expectedVersion);
    }

    public WorkOrderTaskView accept(String number, @Nullable Long expectedVersion) {
        return desk.accept(actors.current(), number, expectedVersion);
    }

    /** @param reason code or words of a {@link RefusalReason} */
    public WorkOrderTaskView refuse(String number, String reason, @Nullable Long expectedVersion) {
        return desk.refuse(actors.current(), number, reason, expectedVersion);
    }

    /** The technician has read what was changed in flight. */
    public WorkOrderTaskView acknowledge(String number, @Nullable Long expectedVersion) {
        return desk.acknowledge(actors.current(), number, expectedVersion);
    }

    /** @throws Refusal conflict {@code work-on-hold} */
    public WorkOrderTaskView travel(String number, @Nullable Long expectedVersion) {
        return desk.travel(actors.current(), number, expectedVersion);
    }

    public WorkOrderTaskView arrive(String number, @Nullable Long expectedVersion) {
        return desk.arrive(actors.current(), number, expectedVersion);
    }

    /** @throws Refusal conflict {@code work-on-hold}, {@code acknowledgement-required} or {@code earlier-task-open} */
    public WorkOrderTaskView start(String number, @Nullable Long expectedVersion) {
        return desk.start(actors.current(), number, expectedVersion);
    }

    public WorkOrderTaskView pause(String number, @Nullable Long expectedVersion) {
        return desk.pause(actors.current(), number, expectedVersion);
    }

    public WorkOrderTaskView resume(String number, @Nullable Long expectedVersion) {
        return desk.resume(actors.current(), number, expectedVersion);
    }

    /**
     * Ends the task; what its work order becomes is the roll-up's business.
     *
     * @param closeCode {@code complete} or {@code incomplete}
     * @param note at most 4,000 characters
     * @throws Refusal conflict {@code checklist-incomplete} with the data {@code items} (for {@code complete}), or
     *     {@code acknowledgement-required}
     */
    public WorkOrderTaskView complete(
            String number, String closeCode, @Nullable String note, @Nullable Long expectedVersion) {
        return desk.complete(actors.current(), number, closeCode, note, expectedVersion);
    }

    /** Ticks an item of the checklist off, or on again. */
    public WorkOrderTaskView tick(String number, UUID item, boolean done, @Nullable Long expectedVersion) {
        return desk.tick(actors.current(), number, item, done, expectedVersion);
    }
}
