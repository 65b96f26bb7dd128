package io.orderfield.fsm.housekeeping;

import io.orderfield.fsm.attachment.AttachmentStores;
import io.orderfield.fsm.partner.FieldUpdates;
import io.orderfield.messaging.delivery.Inbox;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** What has to be tidied up in Field Service, once an hour; only its schedule calls it. */
@Stateless
@PermitAll
public class FieldHousekeeping {
    /** Long after any upload is over, and long enough to notice that the wrong backup of the database was restored. */
    static final Duration SAFE_AGE = Duration.ofDays(7);

    @Inject
    private FieldUpdates updates;

    @Inject
    private AttachmentStores stores;

    @Inject
    private Clock clock;

    /** Forgets the references of field systems as the inbox forgets messages, after 30 days; returns how many. */
    public int forgetFieldUpdates() {
        return updates.forget(clock.instant().minus(Inbox.KEPT));
    }

    /** Removes files of the attachment folder that no record names; returns how many. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public int removeOrphanedFiles() throws IOException {
        return stores.removeOrphans(clock.instant().minus(SAFE_AGE));
    }
}
