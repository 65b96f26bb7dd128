package io.orderfield.web.workorder;

import io.orderfield.fsm.attachment.AttachmentView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A photo or document of a task.
 *
 * @param task number of the task
 * @param name file name
 * @param type media type, found by its content
 * @param size in bytes
 * @param author display name of who added it
 * @param link path of its content
 * @param thumbnail path of a small picture of it, for JPEG and PNG
 */
@Schema(name = "Attachment")
public record AttachmentRecord(
        UUID id,
        String task,
        String name,
        String type,
        long size,
        String author,
        Instant addedAt,
        String link,
        @Nullable String thumbnail) {

    static AttachmentRecord of(AttachmentView view) {
        return new AttachmentRecord(
                view.id(),
                view.task(),
                view.name(),
                view.type(),
                view.size(),
                view.author(),
                view.addedAt(),
                view.link(),
                view.isThumbnailed() ? view.link() + "/thumbnail" : null);
    }
}
