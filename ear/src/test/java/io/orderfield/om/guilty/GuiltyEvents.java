package io.orderfield.om.guilty;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

/** Guilty: fires anything, fires what nobody hears, and listens for what nobody fires. */
class GuiltyEvents {
    /** Fired, and observed by nobody. */
    record Unheard() {}

    /** Observed, and fired by nobody. */
    record Awaited() {}

    private final Event<Object> anything;
    private final Event<Unheard> unheard;

    GuiltyEvents(Event<Object> anything, Event<Unheard> unheard) {
        this.anything = anything;
        this.unheard = unheard;
    }

    void happened(@Observes Awaited event) {
        anything.fire(event);
        unheard.fire(new Unheard());
    }
}
