package io.orderfield.om.policy;

import io.orderfield.kernel.Shared;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.logging.Logger;

/** Says in the log who published what, once that is committed. */
@Shared
class PublicationAudit {
    private static final Logger LOG = Logger.getLogger(PublicationAudit.class.getName());

    void published(@Observes(during = TransactionPhase.AFTER_SUCCESS) TablePublished published) {
        LOG.info(published::sentence);
    }

    void withdrawn(@Observes(during = TransactionPhase.AFTER_SUCCESS) PublicationWithdrawn withdrawn) {
        LOG.info(withdrawn::sentence);
    }
}
