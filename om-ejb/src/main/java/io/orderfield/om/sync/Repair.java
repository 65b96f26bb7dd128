package io.orderfield.om.sync;

import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.om.domainorder.WorkOrderRequests;
import io.orderfield.om.fallout.Fallouts;
import io.orderfield.om.fieldevents.LinkRepair;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Repairs what a reconciliation has confirmed, by sending state again. Work that nobody asked for is canceled, and somebody
 * is told; what no message can repair is left to a person.
 */
@Shared
class Repair {
    private static final String SYSTEM = "system";

    private final LinkRepair links;
    private final WorkOrderRequests requests;
    private final Fallouts fallouts;
    private final Reconciliations reconciliations;

    @Inject
    Repair(LinkRepair links, WorkOrderRequests requests, Fallouts fallouts, Reconciliations reconciliations) {
        this.links = links;
        this.requests = requests;
        this.fallouts = fallouts;
        this.reconciliations = reconciliations;
    }

    /** Repairs one finding, with the current transaction. */
    void of(Finding finding, Reconciliation reconciliation, Instant at) {
        boolean sent =
                switch (finding.kind()) {
                    case ORPHANED, DUPLICATE -> cancel(finding);
                    case MISSING -> links.repair(finding.workOrderKey(), 0, true);
                    // what Field Service does not know yet has seen no request, and may be unknown to it
                    case UNANSWERED, STALE, BEHIND, NOTE_GAP ->
                        links.repair(finding.workOrderKey(), finding.seenRequests(), false);
                };
        if (sent) {
            finding.repaired(at);
            reconciliation.repairedOne();
        } else {
            finding.left(at);
        }
        tell(finding, sent, reconciliation);
    }

    private boolean cancel(Finding finding) {
        if (finding.isClosedThere()) {
            return false;
        }
        requests.send(new CancelWorkOrder(
                finding.workOrderKey(),
                finding.seenRequests() + 1,
                finding.origin(),
                "Order Management does not know this work order.",
                SYSTEM));
        return true;
    }

    private void tell(Finding finding, boolean sent, Reconciliation reconciliation) {
        String cause = causeOf(finding, sent);
        if (cause == null || reconciliations.wasReported(finding.workOrderKey(), finding.kind(), reconciliation.id())) {
            return;
        }
        String record = finding.workOrder() == null ? reconciliation.number() : finding.workOrder();
        fallouts.raise(
                cause,
                record,
                finding.domainOrder(),
                sent
                        ? Sentence.of("fallout.inRepair")
                                .with("number", reconciliation.number())
                                .with("detail", finding.detail())
                        : Sentence.of("fallout.beyondRepair")
                                .with("number", reconciliation.number())
                                .with("detail", finding.detail()));
    }

    private @Nullable String causeOf(Finding finding, boolean sent) {
        return switch (finding.kind()) {
            case ORPHANED -> "work-order-orphaned";
            case DUPLICATE -> "work-order-duplicate";
            case MISSING -> sent ? null : "work-order-missing";
            case BEHIND ->
                finding.domainOrder() != null && links.isOver(finding.domainOrder()) ? "work-order-behind" : null;
            case UNANSWERED, STALE, NOTE_GAP -> null;
        };
    }
}
