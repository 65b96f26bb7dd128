package io.orderfield.fsm.messaging;

import io.orderfield.fsm.request.ReceivedMessages;
import io.orderfield.fsm.template.WorkOrderTemplates;
import io.orderfield.messaging.contract.RequestTemplates;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Publishes templates once more when Order Management has lost what it was told of them. Only the listener calls it. */
@Stateless
@PermitAll
public class TemplateRequestIntake {
    @Inject
    private ReceivedMessages received;

    @Inject
    private WorkOrderTemplates templates;

    /** Publishes those that are named, or all, as they are now. */
    public void tell(UUID messageId, RequestTemplates request) {
        if (received.firstTime(messageId)) {
            templates.publishAgain(request.codes());
        }
    }
}
