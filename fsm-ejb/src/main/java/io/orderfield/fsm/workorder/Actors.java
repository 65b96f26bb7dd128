package io.orderfield.fsm.workorder;

import io.orderfield.fsm.dispatch.Technician;
import io.orderfield.fsm.dispatch.Technicians;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.right.Caller;
import io.orderfield.messaging.right.Right;
import io.orderfield.messaging.right.Scope;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Turns the caller into an {@link Actor}. */
@Shared
public class Actors {
    /** So long does one who did the work still see it. */
    static final Duration LOOK_BACK = Duration.ofDays(30);

    private final Caller caller;
    private final Technicians technicians;
    private final Clock clock;

    @Inject
    public Actors(Caller caller, Technicians technicians, Clock clock) {
        this.caller = caller;
        this.technicians = technicians;
        this.clock = clock;
    }

    public Actor current() {
        String user = caller.name();
        Set<String> own = technicians.ownOf(caller);
        String name = technicians.find(user).map(Technician::name).orElse(user);
        boolean seesAll = Right.READ_WORK_ORDERS.of(caller) == Scope.ALL;
        return new Actor(
                caller,
                name,
                own,
                seesAll ? null : new Reach(own, clock.instant().minus(LOOK_BACK)));
    }

    /** Whether the caller reports about every work, not only about the own. */
    public boolean reportsAll() {
        return Right.REPORT_WORK.of(caller) == Scope.ALL;
    }

    /**
     * For a message of a field system: it acts for somebody.
     *
     * @throws Refusal forbidden ({@code unknown-field-system}) when it acts for nobody
     */
    public void requireFieldSystem() {
        Actor system = current();
        if (system.technicians().isEmpty()) {
            throw Refusal.forbidden("unknown-field-system").with("username", system.username());
        }
    }
}
