package io.orderfield.fsm.workorder;

import io.orderfield.messaging.right.Caller;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who does something.
 *
 * @param caller who signed in, with the roles
 * @param name display name
 * @param technicians user names of the technicians for whom this actor may act; empty for dispatchers
 * @param sees the work orders that this actor may see; null for all
 */
public record Actor(
        Caller caller,
        String name,
        Set<String> technicians,
        @Nullable Reach sees) {
    public Actor {
        technicians = Set.copyOf(technicians);
    }

    /** The name to sign in with. */
    String username() {
        return caller.name();
    }

    public boolean actsFor(@Nullable String technician) {
        return technician != null && technicians.contains(technician);
    }

    public boolean sees(WorkOrder workOrder) {
        return sees == null || sees.includes(workOrder);
    }
}
