package io.orderfield.fsm.workorder;

import io.orderfield.fsm.Caller;
import io.orderfield.fsm.FieldRoles;
import io.orderfield.fsm.dispatch.Technician;
import io.orderfield.fsm.dispatch.Technicians;
import io.orderfield.messaging.refusal.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the caller into an {@link Actor}. */
@Dependent
class Actors {
    /** Whoever has one of these sees every work order. */
    private static final List<String> READERS = List.of(
            FieldRoles.ORDER_AGENT,
            FieldRoles.ORDER_MANAGER,
            FieldRoles.DISPATCHER,
            FieldRoles.TECHNICIAN,
            FieldRoles.ADMINISTRATOR,
            FieldRoles.VIEWER);

    @Inject
    private Caller caller;

    @Inject
    private Technicians technicians;

    Actors() {
        // for the container
    }

    Actors(Caller caller, Technicians technicians) {
        this.caller = caller;
        this.technicians = technicians;
    }

    Actor current() {
        String user = caller.username();
        Set<String> actsFor = new HashSet<>();
        if (caller.is(FieldRoles.TECHNICIAN)) {
            actsFor.add(user);
        }
        if (caller.is(FieldRoles.FIELD_SYSTEM)) {
            actsFor.addAll(technicians.ofFieldSystem(user));
        }
        String name = technicians.find(user).map(Technician::name).orElse(user);
        return new Actor(user, name, actsFor, sees(user));
    }

    /**
     * The system behind a broker user.
     *
     * @throws Refusal forbidden ({@code unknown-field-system}) when it acts for nobody
     */
    Actor fieldSystem(String user) {
        Set<String> own = technicians.ofFieldSystem(user);
        if (own.isEmpty()) {
            throw Refusal.forbidden("unknown-field-system", "The broker's user " + user + " acts for no technician.");
        }
        return new Actor(user, user, own, own);
    }

    /** A field system sees the work of its own technicians; a partner, who has none, sees nothing. */
    private @Nullable Set<String> sees(String user) {
        if (READERS.stream().anyMatch(caller::is)) {
            return null;
        }
        return caller.is(FieldRoles.FIELD_SYSTEM) ? technicians.ofFieldSystem(user) : Set.of();
    }
}
