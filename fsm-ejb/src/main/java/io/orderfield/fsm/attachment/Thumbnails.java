package io.orderfield.fsm.attachment;

import io.orderfield.fsm.FsmData;
import io.orderfield.kernel.Shared;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Thumbnails that were made, in the database whatever the store of the originals. */
@Shared
public class Thumbnails {
    private final EntityManager entityManager;

    @Inject
    public Thumbnails(@FsmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The picture, empty bytes where none can be made; nothing where nobody has tried. */
    Optional<byte[]> find(UUID attachment) {
        List<?> content = entityManager
                .createNativeQuery("select content from fsm.attachment_thumbnail where attachment_id = ?1")
                .setParameter(1, attachment)
                .getResultList();
        return content.stream().findFirst().map(byte[].class::cast);
    }

    /** Of two at once the first stays. */
    void keep(UUID attachment, byte[] picture) {
        entityManager
                .createNativeQuery("insert into fsm.attachment_thumbnail (attachment_id, content) values (?1, ?2)"
                        + " on conflict do nothing")
                .setParameter(1, attachment)
                .setParameter(2, picture)
                .executeUpdate();
    }
}
