package io.orderfield.fsm.messaging;

import io.orderfield.fsm.request.InventoryIntake;
import io.orderfield.fsm.request.WorkOrderRequestIntake;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.contract.RequestInventory;
import io.orderfield.messaging.contract.RequestTemplates;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.ShareWorkNote;
import io.orderfield.messaging.contract.WorkOrderOrigin;
import io.orderfield.messaging.delivery.ContractViolationException;
import io.orderfield.messaging.delivery.MessageContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands each command to the intake. Without what names the work order and orders its requests nobody could be answered, so
 * a command that lacks it breaks the contract; what else may be wrong is refused by an answer.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WorkOrderCommands {
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_NAME = 200;

    @EJB
    private WorkOrderRequestIntake intake;

    @EJB
    private InventoryIntake inventory;

    @EJB
    private TemplateRequestIntake templates;

    /** @throws ContractViolationException when it is no command, or an essential part is missing */
    public void handle(Record body, MessageContext context) {
        UUID message = context.messageId();
        if (body instanceof RequestWorkOrder request) {
            check(request);
            intake.request(message, request);
        } else if (body instanceof CancelWorkOrder cancel) {
            check(cancel);
            intake.cancel(message, cancel);
        } else if (body instanceof ShareWorkNote note) {
            check(note);
            intake.share(message, note);
        } else if (body instanceof RequestEntries entries) {
            required("workOrderKey", entries.workOrderKey());
            intake.entries(message, entries);
        } else if (body instanceof RequestInventory request) {
            required("reconciliationId", request.reconciliationId());
            inventory.tell(message, request);
        } else if (body instanceof RequestTemplates request) {
            templates.tell(message, request);
        } else {
            throw new ContractViolationException(
                    "unexpected-message-type",
                    "field service takes no " + context.type().wireName());
        }
    }

    private static void check(RequestWorkOrder request) {
        identity(request.workOrderKey(), request.requestRevision(), request.origin());
        text("template", request.template(), LONGEST_NAME);
        text("requestedBy", request.requestedBy(), LONGEST_NAME);
        required("account", request.account());
        required("location", request.location());
    }

    private static void check(CancelWorkOrder cancel) {
        identity(cancel.workOrderKey(), cancel.requestRevision(), cancel.origin());
        text("reason", cancel.reason(), LONGEST_TEXT);
        text("requestedBy", cancel.requestedBy(), LONGEST_NAME);
    }

    private static void check(ShareWorkNote note) {
        required("workOrderKey", note.workOrderKey());
        required("noteId", note.noteId());
        required("occurredAt", note.occurredAt());
        text("author", note.author(), LONGEST_NAME);
        text("text", note.text(), LONGEST_TEXT);
    }

    private static void identity(@Nullable UUID key, long requestRevision, @Nullable WorkOrderOrigin origin) {
        required("workOrderKey", key);
        required("origin", origin);
        if (requestRevision < 1) {
            throw violation("requestRevision must be at least 1");
        }
        if (origin != null) {
            text("origin.customerOrder", origin.customerOrder(), 40);
            text("origin.lineItem", origin.lineItem(), 40);
            text("origin.domainOrder", origin.domainOrder(), 40);
        }
    }

    private static void text(String field, @Nullable String text, int longest) {
        required(field, text);
        if (text != null && (text.isBlank() || text.length() > longest || text.indexOf('\0') >= 0)) {
            throw violation(field + " must have 1 to " + longest + " characters that can be stored");
        }
    }

    private static void required(String field, @Nullable Object value) {
        if (value == null) {
            throw violation(field + " is missing");
        }
    }

    private static ContractViolationException violation(String reason) {
        return new ContractViolationException("contract-violation", reason);
    }
}
