package io.orderfield.web.domainorder;

import io.orderfield.om.domainorder.WorkOrderAttachmentView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A photo or document of a domain order's work.
 *
 * @param workOrder number of the work order
 * @param task number of its task
 * @param type media type
 * @param size in bytes
 * @param link path of its content
 */
@Schema(name = "DomainOrderAttachment")
public record DomainOrderAttachmentRecord(
        UUID id,
        @Nullable String workOrder,
        @Nullable String task,
        String name,
        String type,
        long size,
        String author,
        Instant addedAt,
        String link) {

    static DomainOrderAttachmentRecord of(WorkOrderAttachmentView view) {
        return new DomainOrderAttachmentRecord(
                view.id(),
                view.workOrder(),
                view.task(),
                view.name(),
                view.type(),
                view.size(),
                view.author(),
                view.addedAt(),
                view.link());
    }
}
