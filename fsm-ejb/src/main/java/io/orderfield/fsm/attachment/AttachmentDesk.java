package io.orderfield.fsm.attachment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.fsm.workorder.Actor;
import io.orderfield.fsm.workorder.Journal;
import io.orderfield.fsm.workorder.WorkOrder;
import io.orderfield.fsm.workorder.WorkOrderTask;
import io.orderfield.fsm.workorder.WorkOrders;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Photos and documents of tasks, for an actor who has been let in. */
@Shared
public class AttachmentDesk {
    /** Most attachments of one work order. */
    static final int MOST = 200;

    private static final String WHAT = "attachment";
    private static final String TASK = "workOrderTask";
    private static final int LONGEST_NAME = 200;

    private final WorkOrders workOrders;
    private final Attachments attachments;
    private final AttachmentStores stores;
    private final Journal journal;
    private final long limit;
    private final Clock clock;

    @Inject
    public AttachmentDesk(
            WorkOrders workOrders,
            Attachments attachments,
            AttachmentStores stores,
            Journal journal,
            @ConfigProperty(name = "ATTACHMENT_MAX_BYTES", defaultValue = "10485760") long limit,
            Clock clock) {
        this.workOrders = workOrders;
        this.attachments = attachments;
        this.stores = stores;
        this.journal = journal;
        this.limit = limit;
        this.clock = clock;
    }

    /** A photo of work that is over may follow; one of canceled work too. */
    AttachmentView add(
            Actor actor, boolean dispatcher, String taskNumber, @Nullable String fileName, InputStream content)
            throws IOException {
        String name = checkedName(fileName);
        byte[] head = content.readNBytes(AttachmentType.HEAD);
        AttachmentType type = AttachmentType.of(name, head);
        WorkOrder workOrder = workOrders
                .lockByTask(taskNumber)
                .filter(actor::sees)
                .orElseThrow(() -> Refusal.notFound(TASK, taskNumber));
        WorkOrderTask task = workOrder.task(taskNumber);
        if (!dispatcher && !actor.actsFor(task.technician())) {
            throw Refusal.forbidden("not-your-task").with("number", taskNumber);
        }
        if (attachments.count(workOrder.id()) >= MOST) {
            throw Refusal.conflict("too-many-attachments").with("most", MOST);
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        LimitedContent whole =
                new LimitedContent(new SequenceInputStream(new ByteArrayInputStream(head), content), limit);
        AttachmentStore store = stores.chosen();
        store.write(id, whole);
        Instant now = clock.instant();
        Attachment attachment = new Attachment(id, task, name, type, whole.length(), store.name(), actor.name(), now);
        attachments.add(attachment);
        workOrder.attached(task, attachment.message(), actor.name(), now);
        journal.tell(workOrder);
        return attachment.view();
    }

    /** Those of a task, oldest first. */
    List<AttachmentView> ofTask(Actor actor, String taskNumber) {
        WorkOrder workOrder = workOrders
                .findByTask(taskNumber)
                .filter(actor::sees)
                .orElseThrow(() -> Refusal.notFound(TASK, taskNumber));
        return views(workOrder).filter(a -> a.task().equals(taskNumber)).toList();
    }

    /** Those of all tasks of a work order, oldest first. */
    List<AttachmentView> ofWorkOrder(Actor actor, String number) {
        WorkOrder workOrder =
                workOrders.find(number).filter(actor::sees).orElseThrow(() -> Refusal.notFound("workOrder", number));
        return views(workOrder).toList();
    }

    private Stream<AttachmentView> views(WorkOrder workOrder) {
        return attachments.ofWorkOrder(workOrder.id(), MOST).stream().map(Attachment::view);
    }

    AttachmentView find(Actor actor, String taskNumber, UUID id) {
        return ofTask(actor, taskNumber).stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(WHAT, id.toString()));
    }

    void copy(Actor actor, String taskNumber, UUID id, OutputStream to) throws IOException {
        find(actor, taskNumber, id);
        String store = attachments.find(id).orElseThrow().store();
        stores.named(store).copy(id, to);
    }

    private static String checkedName(@Nullable String fileName) {
        String name = fileName == null ? "" : fileName.strip();
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        if (name.isEmpty()) {
            throw refused(Sentence.of("field.required"));
        }
        if (name.length() > LONGEST_NAME) {
            throw refused(
                    Sentence.of("field.tooLong").with("length", name.length()).with("most", LONGEST_NAME));
        }
        if (name.codePoints().anyMatch(AttachmentDesk::isHidden)) {
            throw refused(Sentence.of("field.hidden"));
        }
        return name;
    }

    /** Control characters, and those that turn the reading direction around: a name shows what it is. */
    private static boolean isHidden(int codePoint) {
        int kind = Character.getType(codePoint);
        return kind == Character.CONTROL
                || kind == Character.FORMAT
                || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR
                || kind == Character.SURROGATE;
    }

    private static Refusal refused(Sentence problem) {
        return Refusal.invalid("filename", problem);
    }
}
