package io.orderfield.om.fieldevents;

import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.contract.AttachmentDetails;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.delivery.ContractViolationException;
import io.orderfield.om.plan.LinkState;
import io.orderfield.om.worknote.WorkNotes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks what Field Service reports against the contract, before anything is locked. */
final class ChangedMessage {
    private ChangedMessage() {}

    /**
     * The reported state.
     *
     * @throws ContractViolationException when something is missing, too long or unknown
     */
    static LinkState checked(WorkOrderChanged changed) {
        require(changed.workOrderKey() != null, "missing-field", "workOrderKey is missing");
        require(changed.snapshot() != null, "missing-field", "snapshot is missing");
        require(changed.snapshot().state() != null, "missing-field", "snapshot.state is missing");
        require(changed.entries() != null, "missing-field", "entries are missing");
        changed.entries().forEach(ChangedMessage::check);
        if (changed.followUp() != null) {
            require(
                    changed.followUp().wishId() != null && changed.followUp().template() != null,
                    "missing-field",
                    "a follow-up wish names itself and a template");
        }
        return LinkState.reported(changed.snapshot().state())
                .orElseThrow(() -> new ContractViolationException(
                        "unknown-state",
                        "there is no work order state " + changed.snapshot().state()));
    }

    private static void check(ActivityEntry entry) {
        require(entry.sequence() >= 1, "invalid-entry", "entries are numbered from 1");
        require(
                entry.occurredAt() != null && entry.kind() != null && entry.author() != null,
                "missing-field",
                "entry " + entry.sequence() + " lacks when, what or who");
        require(
                Objects.requireNonNullElse(entry.text(), "").length() <= WorkNotes.TEXT_LENGTH,
                "text-too-long",
                "the text of entry " + entry.sequence() + " is longer than " + WorkNotes.TEXT_LENGTH);
        if (entry.attachment() != null) {
            AttachmentDetails what = entry.attachment();
            require(
                    what.attachmentId() != null
                            && isText(what.name(), 200)
                            && isText(what.type(), 60)
                            && isText(what.link(), 400)
                            && what.link().startsWith("/api/v1/"),
                    "invalid-entry",
                    "entry " + entry.sequence() + " does not say what was attached, or where");
        }
    }

    private static boolean isText(@Nullable String text, int longest) {
        return text != null && !text.isBlank() && text.length() <= longest;
    }

    private static void require(boolean condition, String code, String reason) {
        if (!condition) {
            throw new ContractViolationException(code, reason);
        }
    }
}
