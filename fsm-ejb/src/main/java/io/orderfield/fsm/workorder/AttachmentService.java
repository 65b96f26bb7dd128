package io.orderfield.fsm.workorder;

import io.orderfield.fsm.Caller;
import io.orderfield.fsm.FieldRoles;
import jakarta.annotation.security.RolesAllowed;
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
@RolesAllowed({
    FieldRoles.ORDER_AGENT,
    FieldRoles.ORDER_MANAGER,
    FieldRoles.DISPATCHER,
    FieldRoles.TECHNICIAN,
    FieldRoles.ADMINISTRATOR,
    FieldRoles.PARTNER,
    FieldRoles.FIELD_SYSTEM,
    FieldRoles.VIEWER
})
public class AttachmentService {
    @Inject
    private AttachmentDesk desk;

    @Inject
    private Actors actors;

    @Inject
    private Caller caller;

    public AttachmentService() {
        // for the container
    }

    AttachmentService(AttachmentDesk desk, Actors actors, Caller caller) {
        this.desk = desk;
        this.actors = actors;
        this.caller = caller;
    }

    /**
     * Adds a file to a task; the domain order is told what it is and where. Possible when the work is over, too.
     *
     * @param fileName at most 200 characters; must be of the type that the content is
     * @param content read to its end, piece by piece; not closed
     * @throws io.orderfield.messaging.refusal.Refusal unsupported type {@code unsupported-attachment}; too large
     *     {@code attachment-too-large}; forbidden {@code not-your-task}; conflict {@code too-many-attachments}
     * @throws UncheckedIOException when the content can't be read or stored; unchecked, so that nothing of it remains
     */
    @RolesAllowed({FieldRoles.TECHNICIAN, FieldRoles.FIELD_SYSTEM, FieldRoles.DISPATCHER})
    public AttachmentView add(String task, @Nullable String fileName, InputStream content) {
        try {
            return desk.add(actors.current(), caller.is(FieldRoles.DISPATCHER), task, fileName, content);
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
