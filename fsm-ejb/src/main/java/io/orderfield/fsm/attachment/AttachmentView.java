package io.orderfield.fsm.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * A photo or document of a task.
 *
 * @param task number of the task
 * @param name file name
 * @param type media type, found by its content
 * @param size in bytes
 * @param author display name of who added it
 * @param link path of its content in the REST API
 */
public record AttachmentView(
        UUID id, String task, String name, String type, long size, String author, Instant addedAt, String link) {
    /** Whether a small picture can be made of it; of HEIC and WebP none can. */
    public boolean isThumbnailed() {
        return type.equals("image/jpeg") || type.equals("image/png");
    }

    /** Whether every browser can show it as a picture. */
    public boolean isPicture() {
        return type.startsWith("image/") && !type.equals("image/heic");
    }
}
