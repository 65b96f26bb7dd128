package io.orderfield.om.domainorder;

import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.contract.AttachmentDetails;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A photo or document of a domain order's work. Field Service has it; this says what it is and where. */
@Entity
@Table(name = "work_order_attachment", schema = "om")
public class WorkOrderAttachment {
    @Id
    private UUID id;

    @Column(name = "domain_order_id")
    private UUID domainOrderId;

    @Column(name = "work_order")
    private @Nullable String workOrder;

    @Column(name = "task")
    private @Nullable String task;

    @Column(name = "name")
    private String name;

    @Column(name = "type")
    private String type;

    @Column(name = "size")
    private long size;

    @Column(name = "link")
    private String link;

    @Column(name = "author")
    private String author;

    @Column(name = "added_at")
    private Instant addedAt;

    protected WorkOrderAttachment() {
        // for JPA
    }

    /** What an entry of the work order tells. */
    public WorkOrderAttachment(DomainOrder order, WorkOrderLink of, ActivityEntry entry, AttachmentDetails details) {
        this.id = details.attachmentId();
        this.domainOrderId = order.id();
        this.workOrder = of.number();
        this.task = entry.task();
        this.name = details.name();
        this.type = details.type();
        this.size = details.size();
        this.link = details.link();
        this.author = entry.author();
        this.addedAt = entry.occurredAt();
    }

    public WorkOrderAttachmentView view() {
        return new WorkOrderAttachmentView(id, workOrder, task, name, type, size, author, addedAt, link);
    }
}
