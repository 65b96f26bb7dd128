package io.orderfield.fsm.attachment;

import io.orderfield.fsm.workorder.WorkOrderTask;
import io.orderfield.messaging.contract.AttachmentDetails;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A photo or document of a task; never changed. Its content is where the store says. */
@Entity
@Table(name = "attachment", schema = "fsm")
class Attachment {
    @Id
    private UUID id;

    @Column(name = "work_order_id")
    private UUID workOrderId;

    @Column(name = "task")
    private String task;

    @Column(name = "name")
    private String name;

    @Column(name = "type")
    private String type;

    @Column(name = "size")
    private long size;

    @Column(name = "store")
    private String store;

    @Column(name = "author")
    private String author;

    @Column(name = "added_at")
    private Instant addedAt;

    protected Attachment() {
        // for JPA
    }

    /** @param store name of the {@link AttachmentStore} that has the content */
    Attachment(
            UUID id,
            WorkOrderTask of,
            String name,
            AttachmentType type,
            long size,
            String store,
            String author,
            Instant addedAt) {
        this.id = id;
        this.workOrderId = of.workOrder().id();
        this.task = of.number();
        this.name = name;
        this.type = type.mediaType();
        this.size = size;
        this.store = store;
        this.author = author;
        this.addedAt = addedAt;
    }

    UUID id() {
        return id;
    }

    String task() {
        return task;
    }

    String store() {
        return store;
    }

    AttachmentDetails message() {
        return new AttachmentDetails(id, name, type, size, link());
    }

    AttachmentView view() {
        return new AttachmentView(id, task, name, type, size, author, addedAt, link());
    }

    private String link() {
        return "/api/v1/work-order-tasks/" + task + "/attachments/" + id;
    }
}
