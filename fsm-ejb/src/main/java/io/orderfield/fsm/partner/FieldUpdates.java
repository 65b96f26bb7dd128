package io.orderfield.fsm.partner;

import java.time.Instant;

/** Where it is kept which updates of field systems were done. */
public interface FieldUpdates {
    /**
     * Notes the update as done, with the current transaction; call it first. Of two at once the second waits.
     *
     * @param request the same for the same update
     * @return what became of the reference
     */
    Outcome begin(String fieldSystem, String reference, String request, String task, Instant now);

    /** Forgets what was done before that; returns how much. */
    int forget(Instant before);

    /** What is known of a reference. */
    enum Outcome {
        /** It is new: do it. */
        NEW,
        /** It was done before: do nothing. */
        REPEATED,
        /** Something else was done under that reference. */
        REUSED
    }
}
