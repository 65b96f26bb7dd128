package io.orderfield.fsm.attachment;

import io.orderfield.fsm.workorder.Actors;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Photos and documents of tasks. Whoever sees the work order sees them; a partner, who sees none here, learns of their
 * names by the domain order alone.
 */
@Stateless
@May(Right.READ_WORK_ORDERS)
public class AttachmentService {
    @Inject
    private AttachmentDesk desk;

    @Inject
    private Actors actors;

    /**
     * Adds a file to a task; the domain order is told what it is and where. Possible when the work is over, too.
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
            return desk.add(actors.current(), actors.reportsAll(), task, fileName, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Attachments of a task, oldest first. */
    public List<AttachmentView> ofTask(String task) {
        return desk.ofTask(actors.current(), task);
    }

    /** Attachments of all tasks of a work order, oldest first. */
    public List<AttachmentView> ofWorkOrder(String number) {
        return desk.ofWorkOrder(actors.current(), number);
    }

    @May(value = Right.READ_WORK_ORDERS, hidden = true)
    public AttachmentView find(String task, UUID id) {
        return desk.find(actors.current(), task, id);
    }

    /**
     * Hands the content out piece by piece; no transaction waits for a slow receiver.
     *
     * @param to not closed
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void copy(String task, UUID id, OutputStream to) throws IOException {
        desk.copy(actors.current(), task, id, to);
    }
}
