package io.orderfield.om.domainorder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo or document of a domain order's work.
 *
 * @param workOrder number of the work order
 * @param task number of its task
 * @param name file name
 * @param type media type
 * @param size in bytes
 * @param author display name of who added it
 * @param link path of its content in the REST API; Field Service decides who may read it
 */
public record WorkOrderAttachmentView(
        UUID id,
        @Nullable String workOrder,
        @Nullable String task,
        String name,
        String type,
        long size,
        String author,
        Instant addedAt,
        String link) {
    /** Whether Field Service makes a small picture of it; of HEIC and WebP none can. */
    public boolean isThumbnailed() {
        return type.equals("image/jpeg") || type.equals("image/png");
    }

    /** Whether every browser can show it as a picture. */
    public boolean isPicture() {
        return type.startsWith("image/") && !type.equals("image/heic");
    }
}
