package io.orderfield.om.settings;

import io.orderfield.kernel.Shared;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.logging.Logger;

/** Says in the log who changed which setting, once that is committed. */
@Shared
class SettingAudit {
    private static final Logger LOG = Logger.getLogger(SettingAudit.class.getName());

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SettingChanged change) {
        LOG.info(change::sentence);
    }
}
