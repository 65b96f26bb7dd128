package io.orderfield.fsm.request;

import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.contract.RequestInventory;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.ShareWorkNote;
import io.orderfield.messaging.contract.WorkOrderOrigin;
import io.orderfield.messaging.delivery.ContractViolationException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Checks what Order Management sends against the contract, before anything is locked. Without what names the work order and
 * orders its requests nobody could be answered, so a command that lacks it breaks the contract; what else may be wrong is
 * refused by an answer ({@link RequestCheck}). Each check throws {@link ContractViolationException} when an essential part is
 * missing.
 */
public final class CommandCheck {
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_NAME = 200;

    private CommandCheck() {}

    public static void check(RequestWorkOrder request) {
        identity(request.workOrderKey(), request.requestRevision(), request.origin());
        text("template", request.template(), LONGEST_NAME);
        text("requestedBy", request.requestedBy(), LONGEST_NAME);
        required("account", request.account());
        required("location", request.location());
    }

    public static void check(CancelWorkOrder cancel) {
        identity(cancel.workOrderKey(), cancel.requestRevision(), cancel.origin());
        text("reason", cancel.reason(), LONGEST_TEXT);
        text("requestedBy", cancel.requestedBy(), LONGEST_NAME);
    }

    public static void check(ShareWorkNote note) {
        required("workOrderKey", note.workOrderKey());
        required("noteId", note.noteId());
        required("occurredAt", note.occurredAt());
        text("author", note.author(), LONGEST_NAME);
        text("text", note.text(), LONGEST_TEXT);
    }

    public static void check(RequestEntries entries) {
        required("workOrderKey", entries.workOrderKey());
    }

    public static void check(RequestInventory request) {
        required("reconciliationId", request.reconciliationId());
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
