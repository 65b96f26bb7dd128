package io.orderfield.fsm.attachment;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;

/** Content in the database, in pieces; each is a row and the only one in memory. */
final class DatabaseStore implements AttachmentStore {
    static final String NAME = "database";

    /** Bytes of a piece. */
    static final int PIECE = 262_144;

    private final EntityManager entityManager;

    DatabaseStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void write(UUID id, InputStream content) throws IOException {
        int ordinal = 0;
        for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            entityManager
                    .createNativeQuery("insert into fsm.attachment_part (attachment_id, ordinal, content)"
                            + " values (?1, ?2, ?3)")
                    .setParameter(1, id)
                    .setParameter(2, ordinal++)
                    .setParameter(3, piece)
                    .executeUpdate();
        }
    }

    @Override
    public void copy(UUID id, OutputStream to) throws IOException {
        for (int ordinal = 0; ; ordinal++) {
            List<?> piece = entityManager
                    .createNativeQuery(
                            "select content from fsm.attachment_part where attachment_id = ?1 and ordinal = ?2")
                    .setParameter(1, id)
                    .setParameter(2, ordinal)
                    .getResultList();
            if (piece.isEmpty()) {
                return;
            }
            to.write((byte[]) piece.get(0));
        }
    }
}
