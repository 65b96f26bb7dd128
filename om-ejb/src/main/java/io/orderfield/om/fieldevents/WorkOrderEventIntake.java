package io.orderfield.om.fieldevents;

import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;
import io.orderfield.messaging.contract.WorkOrderTemplatePublished;
import io.orderfield.messaging.delivery.ContractViolationException;
import io.orderfield.messaging.delivery.MessageContext;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.domainorder.ReceivedEntries;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Works off what Field Service sends, one transaction a message: the first statement notes the message in the inbox, so that
 * a repeat does nothing. For listeners and timers only.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WorkOrderEventIntake {
    private static final int MOST_AT_ONCE = 200;

    @Inject
    private ReceivedMessages inbox;

    @Inject
    private FieldServiceReports reports;

    @Inject
    private Catalog catalog;

    @Inject
    private ReceivedEntries received;

    @Inject
    private Clock clock;

    /**
     * Takes in what a work order has become.
     *
     * @throws ContractViolationException when the message breaks the contract or names an unknown work order
     */
    public void apply(WorkOrderChanged changed, MessageContext context) {
        if (inbox.firstTime(context.messageId())) {
            reports.changed(changed);
        }
    }

    /**
     * Takes in Field Service's no to a request.
     *
     * @throws ContractViolationException when the message breaks the contract or names an unknown work order
     */
    public void apply(WorkOrderRequestRefused refused, MessageContext context) {
        if (inbox.firstTime(context.messageId())) {
            reports.refused(refused, context.occurredAt());
        }
    }

    /** Keeps a work order template as Field Service published it. */
    public void apply(WorkOrderTemplatePublished published, MessageContext context) {
        if (inbox.firstTime(context.messageId())) {
            if (published.code() == null || published.name() == null) {
                throw new ContractViolationException("missing-field", "a template has a code and a name");
            }
            catalog.keepWorkOrderTemplate(published.code(), published.name(), published.active(), published.revision());
        }
    }

    /** Work orders whose missing entries are to be asked for now. */
    public List<UUID> gapsDue() {
        return received.gapsDue(clock.instant(), MOST_AT_ONCE);
    }

    /** Asks Field Service for the entries of a work order that are still missing. */
    public void askForMissingEntries(UUID workOrderKey) {
        reports.askForMissingEntries(workOrderKey);
    }
}
