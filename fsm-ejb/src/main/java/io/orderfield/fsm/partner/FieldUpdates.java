package io.orderfield.fsm.partner;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.fsm.FsmData;
import io.orderfield.kernel.Shared;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;

/** Which updates of field systems were done, in the database. */
@Shared
public class FieldUpdates {
    private final EntityManager entityManager;

    @Inject
    public FieldUpdates(@FsmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Notes the update as done, with the current transaction; call it first. Of two at once the second waits.
     *
     * @param request the same for the same update
     * @return what became of the reference
     */
    public Outcome begin(String fieldSystem, String reference, String request, String task, Instant now) {
        int added = entityManager
                .createNativeQuery("insert into fsm.field_update"
                        + " (id, field_system, reference, request, task, applied_at) values (?1, ?2, ?3, ?4, ?5, ?6)"
                        + " on conflict do nothing")
                .setParameter(1, UuidCreator.getTimeOrderedEpoch())
                .setParameter(2, fieldSystem)
                .setParameter(3, reference)
                .setParameter(4, request)
                .setParameter(5, task)
                .setParameter(6, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        if (added == 1) {
            return Outcome.NEW;
        }
        Object known = entityManager
                .createNativeQuery("select request from fsm.field_update where field_system = ?1 and reference = ?2")
                .setParameter(1, fieldSystem)
                .setParameter(2, reference)
                .getSingleResult();
        return request.equals(known) ? Outcome.REPEATED : Outcome.REUSED;
    }

    /** Forgets what was done before that; returns how much. */
    public int forget(Instant before) {
        return entityManager
                .createNativeQuery("delete from fsm.field_update where applied_at < ?1")
                .setParameter(1, before.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** What is known of a reference. */
    public enum Outcome {
        /** It is new: do it. */
        NEW,
        /** It was done before: do nothing. */
        REPEATED,
        /** Something else was done under that reference. */
        REUSED
    }
}
