package io.orderfield.fsm.dispatch;

import io.orderfield.messaging.right.Caller;
import io.orderfield.messaging.right.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where technicians are kept. */
public interface Technicians {
    Optional<Technician> find(String username);

    /**
     * The same, locked until the end of the transaction: of two dispatchers who give work to one technician at once, the
     * second sees the visit that the first one planned. Lock the work order before, never after.
     */
    Optional<Technician> lock(String username);

    /** By name. @param max 1 to 200 */
    List<Technician> list(TechnicianFilter filter, int first, int max);

    long count(TechnicianFilter filter);

    /**
     * Those who get work and fit best (who has most of the skills, and serves the region), by name, with their absences.
     *
     * @param max 1 to 200
     */
    List<Technician> candidates(Set<String> skills, String region, int max);

    /** User names of the technicians that a field system acts for. */
    Set<String> ofFieldSystem(String user);

    /** User names of the technicians whose work is the caller's own: a technician's, or those that a field system acts for. */
    default Set<String> ownOf(Caller caller) {
        Set<String> own = new HashSet<>();
        if (caller.is(Role.TECHNICIAN)) {
            own.add(caller.name());
        }
        if (caller.is(Role.FIELD_SYSTEM)) {
            own.addAll(ofFieldSystem(caller.name()));
        }
        return own;
    }

    /** @throws io.orderfield.kernel.Refusal conflict {@code technician-exists}, also when somebody was faster */
    void add(Technician technician);

    /** Writes what was changed, so that versions are the new ones. */
    void flush();
}
