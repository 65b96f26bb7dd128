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

    /** The field system whose message this thread works off; none otherwise. */
    private final ThreadLocal<Actor> fieldSystem = new ThreadLocal<>();

    @Inject
    public Actors(Caller caller, Technicians technicians, Clock clock) {
        this.caller = caller;
        this.technicians = technicians;
        this.clock = clock;
    }

    /** Who acts now. */
    public Actor current() {
        Actor known = fieldSystem.get();
        return known == null ? read() : known;
    }

    private Actor read() {
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
     * Works off a message of a field system. For whom it acts is read once, whichever services the message needs.
     *
     * @throws Refusal forbidden ({@code unknown-field-system}) when it acts for nobody
     */
    public void asFieldSystem(Runnable work) {
        Actor system = read();
        if (system.technicians().isEmpty()) {
            throw Refusal.forbidden("unknown-field-system").with("username", system.username());
        }
        fieldSystem.set(system);
        try {
            work.run();
        } finally {
            fieldSystem.remove();
        }
    }
}
