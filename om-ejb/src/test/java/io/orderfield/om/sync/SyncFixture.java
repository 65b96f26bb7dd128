package io.orderfield.om.sync;

import io.orderfield.kernel.Injected;
import io.orderfield.om.domainorder.WorkOrderRequests;
import io.orderfield.om.fallout.Fallouts;
import io.orderfield.om.fieldevents.LinkRepair;
import io.orderfield.om.fieldevents.ReceivedMessages;
import io.orderfield.om.number.DatabaseNumbers;
import io.orderfield.om.testing.Users;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Reconciliation and dead letters on one entity manager, for one transaction; for tests of other packages. */
public final class SyncFixture {
    /** How long messages get to arrive, in seconds. */
    public static final int GRACE = 30;

    public final ReconciliationIntake intake;
    public final ReconciliationService service;
    public final DeadLetterAudit audit;

    public SyncFixture(
            EntityManager em,
            LinkRepair links,
            WorkOrderRequests requests,
            InventoryRequests inventory,
            Fallouts fallouts,
            ReceivedMessages inbox,
            Clock clock) {
        Reconciliations reconciliations = new Reconciliations(em);
        intake = Injected.into(
                new ReconciliationIntake(),
                inbox,
                reconciliations,
                new Comparison(reconciliations, links, inventory),
                new Repair(links, requests, fallouts, reconciliations),
                links,
                DatabaseNumbers.of(em),
                GRACE,
                clock);
        service = Injected.into(new ReconciliationService(), reconciliations, intake, Users.ADMINISTRATOR);
        audit = Injected.into(new DeadLetterAudit(), em, new DiscardedMessage(links), clock);
    }

    /** The service of dead letters, whose steps are transactions of their own. */
    public static DeadLetterService deadLetters(DeadLetterStore letters, DeadLetterAudit audit) {
        return Injected.into(new DeadLetterService(), letters, audit, Users.ADMINISTRATOR);
    }
}
