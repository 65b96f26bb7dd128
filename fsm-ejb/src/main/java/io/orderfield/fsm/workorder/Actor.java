package io.orderfield.fsm.workorder;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who does something.
 *
 * @param username the name to sign in with
 * @param name display name
 * @param technicians user names of the technicians for whom this actor may act; empty for dispatchers
 * @param sees user names of the technicians whose work orders this actor may see; null for all
 */
record Actor(
        String username,
        String name,
        Set<String> technicians,
        @Nullable Set<String> sees) {
    Actor {
        technicians = Set.copyOf(technicians);
        sees = sees == null ? null : Set.copyOf(sees);
    }

    boolean actsFor(@Nullable String technician) {
        return technician != null && technicians.contains(technician);
    }

    boolean sees(WorkOrder workOrder) {
        return sees == null
                || workOrder.tasks().stream().anyMatch(t -> t.technician() != null && sees.contains(t.technician()));
    }
}
