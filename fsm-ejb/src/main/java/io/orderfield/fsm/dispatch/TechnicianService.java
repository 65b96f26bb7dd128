package io.orderfield.fsm.dispatch;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.Caller;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.messaging.right.Scope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Technicians: whoever plans or watches work reads them, a technician and a field system their own; administrators
 * write them. Home and absences are shown to dispatchers, administrators and to the technician. A record is never deleted, only taken out of use; visits that are planned stay.
 */
@Stateless
@May(Right.READ_TECHNICIANS)
public class TechnicianService {
    /** Most lines of a list that one call answers. */
    public static final int MAXIMUM = ListQuery.LARGEST_PAGE;

    private static final String WHAT = "technician";

    @Inject
    private Technicians technicians;

    @Inject
    private Caller caller;

    /**
     * By name.
     *
     * @param first offset, from 0
     * @param max 1 to {@link #MAXIMUM}
     */
    public List<TechnicianView> list(TechnicianFilter filter, int first, int max) {
        ListQuery.checkPage(first, max);
        return technicians.list(filter.within(own()), first, max).stream()
                .map(this::shown)
                .toList();
    }

    /** How many a list with the filter has. */
    public long count(TechnicianFilter filter) {
        return technicians.count(filter.within(own()));
    }

    /** @throws Refusal not found */
    @May(value = Right.READ_TECHNICIANS, hidden = true)
    public TechnicianView find(String username) {
        return seen(username).map(this::shown).orElseThrow(() -> Refusal.notFound(WHAT, username));
    }

    /** Where the technician's days begin and end; UTC for somebody who is not one. */
    public ZoneId zoneOf(String username) {
        return seen(username).map(Technician::zone).orElse(ZoneOffset.UTC);
    }

    private Optional<Technician> seen(String username) {
        Set<String> own = own();
        return own == null || own.contains(username) ? technicians.find(username) : Optional.empty();
    }

    /** The technicians that the caller sees; null for all. */
    private @Nullable Set<String> own() {
        return Right.READ_TECHNICIANS.of(caller) == Scope.ALL ? null : technicians.ownOf(caller);
    }

    private TechnicianView shown(Technician technician) {
        boolean plans = Right.DISPATCH.of(caller) == Scope.ALL || Right.KEEP_REFERENCE_DATA.of(caller) == Scope.ALL;
        boolean own = technicians.ownOf(caller).contains(technician.username());
        return plans || own ? technician.view() : technician.view().withoutPersonalData();
    }

    /**
     * @param username of the user who will sign in as this technician; never changes
     * @throws Refusal conflict {@code technician-exists}; invalid with what is wrong
     */
    @May(Right.KEEP_REFERENCE_DATA)
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
        return Refusal.conflict("technician-exists").with("username", username);
    }

    /** @throws Refusal not found; stale; invalid with what is wrong */
    @May(Right.KEEP_REFERENCE_DATA)
    public TechnicianView change(String username, TechnicianChange change, @Nullable Long expectedVersion) {
        Technician technician = technicians.lock(username).orElseThrow(() -> Refusal.notFound(WHAT, username));
        TechnicianView current = technician.view();
        Refusal.checkVersion(expectedVersion, current.version(), WHAT, username);
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
