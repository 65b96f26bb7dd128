package io.orderfield.fsm.attachment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.fsm.workorder.Actor;
import io.orderfield.fsm.workorder.Actors;
import io.orderfield.fsm.workorder.Journal;
import io.orderfield.fsm.workorder.WorkOrder;
import io.orderfield.fsm.workorder.WorkOrderTask;
import io.orderfield.fsm.workorder.WorkOrders;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Photos and documents of tasks. Whoever sees the work order sees them; a partner, who sees none here, learns of their
 * names by the domain order alone.
 */
@Stateless
@May(Right.READ_WORK_ORDERS)
public class AttachmentService {
    /** Most attachments of one work order. */
    static final int MOST = 200;

    private static final String WHAT = "attachment";
    private static final String TASK = "workOrderTask";
    private static final int LONGEST_NAME = 200;

    @Inject
    private WorkOrders workOrders;

    @Inject
    private Attachments attachments;

    @Inject
    private AttachmentStores stores;

    @Inject
    private Journal journal;

    @Inject
    @ConfigProperty(name = "ATTACHMENT_MAX_BYTES", defaultValue = "10485760")
    private long limit;

    @Inject
    private Actors actors;

    @Inject
    private Clock clock;

    /**
     * Adds a file to a task; the domain order is told what it is and where. A photo of work that is over may follow; one of
     * canceled work too.
     *
     * @param fileName at most 200 characters; must be of the type that the content is
     * @param content read to its end, piece by piece; not closed
     * @throws io.orderfield.kernel.Refusal unsupported type {@code unsupported-attachment}; too large
     *     {@code attachment-too-large}; forbidden {@code not-your-task}; conflict {@code too-many-attachments}
     * @throws UncheckedIOException when the content can't be read or stored; unchecked, so that nothing of it remains
     */
    @May(Right.REPORT_WORK)
    public AttachmentView add(String task, @Nullable String fileName, InputStream content) {
        try {
            return store(actors.current(), task, fileName, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AttachmentView store(Actor actor, String taskNumber, @Nullable String fileName, InputStream content)
            throws IOException {
        String name = checkedName(fileName);
        byte[] head = content.readNBytes(AttachmentType.HEAD);
        AttachmentType type = AttachmentType.of(name, head);
        WorkOrder workOrder = workOrders
                .lockByTask(taskNumber)
                .filter(actor::sees)
                .orElseThrow(() -> Refusal.notFound(TASK, taskNumber));
        WorkOrderTask task = workOrder.task(taskNumber);
        if (!actors.reportsAll() && !actor.actsFor(task.technician())) {
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

    /** Attachments of a task, oldest first. */
    public List<AttachmentView> ofTask(String taskNumber) {
        WorkOrder workOrder = workOrders
                .findByTask(taskNumber)
                .filter(actors.current()::sees)
                .orElseThrow(() -> Refusal.notFound(TASK, taskNumber));
        return views(workOrder).filter(a -> a.task().equals(taskNumber)).toList();
    }

    /** Attachments of all tasks of a work order, oldest first. */
    public List<AttachmentView> ofWorkOrder(String number) {
        WorkOrder workOrder = workOrders
                .find(number)
                .filter(actors.current()::sees)
                .orElseThrow(() -> Refusal.notFound("workOrder", number));
        return views(workOrder).toList();
    }

    private Stream<AttachmentView> views(WorkOrder workOrder) {
        return attachments.ofWorkOrder(workOrder.id(), MOST).stream().map(Attachment::view);
    }

    @May(value = Right.READ_WORK_ORDERS, hidden = true)
    public AttachmentView find(String taskNumber, UUID id) {
        return ofTask(taskNumber).stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(WHAT, id.toString()));
    }

    /**
     * Hands the content out piece by piece; no transaction waits for a slow receiver.
     *
     * @param to not closed
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void copy(String taskNumber, UUID id, OutputStream to) throws IOException {
        find(taskNumber, id);
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
        if (name.codePoints().anyMatch(AttachmentService::isHidden)) {
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
