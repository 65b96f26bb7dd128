package io.orderfield.fsm.request;

import io.orderfield.fsm.FsmData;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.ShareWorkNote;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Work orders that Order Management named, whether or not they are there: what became of each, and what waits for it. */
@Shared
public class RequestedKeys {
    private final EntityManager entityManager;

    @Inject
    public RequestedKeys(@FsmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** What became of the key, locked; made as waiting when nobody named it before. */
    RequestedKey lock(UUID key) {
        entityManager
                .createNativeQuery("insert into fsm.requested_key (id, version, outcome, answered_revision)"
                        + " values (?1, 1, 'WAITING', 0) on conflict do nothing")
                .setParameter(1, key)
                .executeUpdate();
        return entityManager.find(RequestedKey.class, key, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Keeps a note until its work order is created; a note that waits already is not kept twice. */
    void park(ShareWorkNote note) {
        boolean waits = entityManager
                        .createQuery(
                                "select count(n) from ParkedNote n where n.workOrderKey = :key and n.noteId = :note",
                                Long.class)
                        .setParameter("key", note.workOrderKey())
                        .setParameter("note", note.noteId())
                        .getSingleResult()
                > 0;
        if (!waits) {
            entityManager.persist(new ParkedNote(note));
        }
    }

    /** Notes that wait for their work order, oldest first; they wait no longer. */
    List<ParkedNote> takeParkedNotes(UUID key) {
        List<ParkedNote> notes = entityManager
                .createQuery(
                        "select n from ParkedNote n where n.workOrderKey = :key order by n.occurredAt, n.id",
                        ParkedNote.class)
                .setFlushMode(FlushModeType.COMMIT) // parked in transactions before this one
                .setParameter("key", key)
                .getResultList();
        notes.forEach(entityManager::remove);
        return notes;
    }
}
