package io.orderfield.fsm.dispatch;

import io.orderfield.fsm.Caller;
import io.orderfield.fsm.FieldRoles;
import io.orderfield.messaging.refusal.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Technicians: whoever plans or watches work reads them, administrators write them. Home and absences are shown to
 * dispatchers and administrators only. A record is never deleted, only taken out of use; visits that are planned stay.
 */
@Stateless
@RolesAllowed({
    FieldRoles.DISPATCHER,
    FieldRoles.TECHNICIAN,
    FieldRoles.ORDER_AGENT,
    FieldRoles.ORDER_MANAGER,
    FieldRoles.ADMINISTRATOR,
    FieldRoles.VIEWER
})
public class TechnicianService {
    /** Most lines of a list that one call answers. */
    public static final int MAXIMUM = 200;

    private static final String WHAT = "technician";

    @Inject
    private Technicians technicians;

    @Inject
    private Caller caller;

    public TechnicianService() {
        // for the container
    }

    TechnicianService(Technicians technicians, Caller caller) {
        this.technicians = technicians;
        this.caller = caller;
    }

    /**
     * By name.
     *
     * @param first offset, from 0
     * @param max 1 to {@link #MAXIMUM}
     */
    public List<TechnicianView> list(TechnicianFilter filter, int first, int max) {
        if (first < 0 || max < 1 || max > MAXIMUM) {
            throw Refusal.invalid(List.of(new Refusal.FieldProblem("size", "must be between 1 and " + MAXIMUM)));
        }
        return technicians.list(filter, first, max).stream().map(this::shown).toList();
    }

    /** How many a list with the filter has. */
    public long count(TechnicianFilter filter) {
        return technicians.count(filter);
    }

    /** @throws Refusal not found */
    public TechnicianView find(String username) {
        return technicians.find(username).map(this::shown).orElseThrow(() -> Refusal.notFound(WHAT, username));
    }

    /** Where the technician's days begin and end; UTC for somebody who is not one. */
    public ZoneId zoneOf(String username) {
        return technicians.find(username).map(Technician::zone).orElse(ZoneOffset.UTC);
    }

    private TechnicianView shown(Technician technician) {
        boolean plans = caller.is(FieldRoles.DISPATCHER) || caller.is(FieldRoles.ADMINISTRATOR);
        return plans ? technician.view() : technician.view().withoutPersonalData();
    }

    /**
     * @param username of the user who will sign in as this technician; never changes
     * @throws Refusal conflict {@code technician-exists}; invalid with what is wrong
     */
    @RolesAllowed(FieldRoles.ADMINISTRATOR)
    public TechnicianView create(String username, TechnicianChange definition) {
        TechnicianView wanted = definition.created(username.strip());
        TechnicianCheck.check(wanted, definition.home());
        if (technicians.find(wanted.username()).isPresent()) {
            throw taken(wanted.username());
        }
        Technician technician = new Technician(wanted);
        technicians.add(technician);
        return stored(technician);
    }

    /** The no to a user name that is another technician's. */
    static Refusal taken(String username) {
        return Refusal.conflict("technician-exists", "There is a technician " + username + " already.");
    }

    /** @throws Refusal not found; stale; invalid with what is wrong */
    @RolesAllowed(FieldRoles.ADMINISTRATOR)
    public TechnicianView change(String username, TechnicianChange change, @Nullable Long expectedVersion) {
        Technician technician = technicians.lock(username).orElseThrow(() -> Refusal.notFound(WHAT, username));
        TechnicianView current = technician.view();
        if (expectedVersion != null && expectedVersion != current.version()) {
            throw Refusal.stale(WHAT, username);
        }
        TechnicianView wanted = change.on(current);
        TechnicianCheck.check(wanted, change.home());
        if (wanted.equals(current)) {
            return current;
        }
        technician.change(wanted);
        return stored(technician);
    }

    private TechnicianView stored(Technician technician) {
        technicians.flush();
        return technician.view();
    }
}
