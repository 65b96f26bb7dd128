package io.orderfield.fsm.messaging;

import io.orderfield.fsm.request.WorkOrderRequestIntake;
import io.orderfield.fsm.template.WorkOrderTemplates;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.contract.MessageType;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;
import io.orderfield.messaging.contract.WorkOrderTemplatePublished;
import io.orderfield.messaging.delivery.MessageCodec;
import io.orderfield.messaging.delivery.UnsentMessage;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Tells anew what Order Management would otherwise never learn, in place of a message that is thrown away: the work order as
 * it is now, with the entries that the message had. For {@link FsmSideService} only.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class DiscardedReport {
    private final MessageCodec codec = new MessageCodec();

    @EJB
    private WorkOrderRequestIntake workOrders;

    @Inject
    private WorkOrderTemplates templates;

    /** Settles it with the current transaction, and says what that was. */
    public Sentence settle(UnsentMessage message) {
        Record body = codec.read(
                message.body(),
                MessageType.byWireName(message.type()).orElseThrow().body());
        if (body instanceof WorkOrderChanged changed) {
            long from = changed.entries().stream()
                    .mapToLong(ActivityEntry::sequence)
                    .min()
                    .orElse(Long.MAX_VALUE);
            workOrders.tellAgain(changed.workOrderKey(), from);
            return Sentence.of("discarded.toldAnew");
        } else if (body instanceof WorkOrderRequestRefused refused) {
            workOrders.tellAgain(refused.workOrderKey(), Long.MAX_VALUE);
            return Sentence.of("discarded.toldAnew");
        } else if (body instanceof WorkOrderTemplatePublished published) {
            templates.publishAgain(List.of(published.code()));
            return Sentence.of("discarded.publishedAnew");
        }
        return Sentence.of("discarded.nothing");
    }
}
