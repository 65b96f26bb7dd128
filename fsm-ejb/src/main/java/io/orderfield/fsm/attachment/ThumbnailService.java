package io.orderfield.fsm.attachment;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Small pictures of the photos of tasks, for whoever sees the photos. Made when somebody first looks, then kept. */
@Stateless
@May(Right.READ_WORK_ORDERS)
public class ThumbnailService {
    @EJB
    private ThumbnailService transactions;

    @EJB
    private AttachmentService attachments;

    @Inject
    private Thumbnails thumbnails;

    /**
     * A JPEG picture of at most 320 pixels a side, upright, without the metadata of the photo. No transaction waits while
     * it is made.
     *
     * @throws Refusal not found; {@code no-thumbnail} for what is no JPEG or PNG, or can't be decoded
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public byte[] thumbnail(String task, UUID id) throws IOException {
        AttachmentView found = attachments.find(task, id);
        byte[] picture = found.isThumbnailed() ? picture(task, id) : new byte[0];
        if (picture.length == 0) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "no-thumbnail").with("id", id);
        }
        return picture;
    }

    private byte[] picture(String task, UUID id) throws IOException {
        Optional<byte[]> known = thumbnails.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        Path original = Files.createTempFile("photo", null);
        try {
            try (OutputStream to = Files.newOutputStream(original)) {
                attachments.copy(task, id, to);
            }
            byte[] picture = Thumbnail.of(original);
            transactions.keep(id, picture);
            return picture;
        } finally {
            Files.deleteIfExists(original);
        }
    }

    /** For this service alone: keeps what was made. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void keep(UUID id, byte[] picture) {
        thumbnails.keep(id, picture);
    }
}
