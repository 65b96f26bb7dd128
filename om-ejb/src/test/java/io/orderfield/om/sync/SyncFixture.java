package io.orderfield.om.sync;

import io.orderfield.kernel.Beans;
import io.orderfield.kernel.Injected;
import io.orderfield.om.testing.Users;

/** Reconciliation and dead letters on one entity manager, for one transaction; for tests of other packages. */
public final class SyncFixture {
    /** How long messages get to arrive, in seconds. */
    public static final int GRACE = 30;

    public final ReconciliationIntake intake;
    public final ReconciliationService service;
    public final DeadLetterAudit audit;

    /** @param beans with the questions for inventories and the caller in their places */
    public SyncFixture(Beans beans) {
        intake = beans.get(ReconciliationIntake.class);
        service = beans.get(ReconciliationService.class);
        audit = beans.get(DeadLetterAudit.class);
    }

    /** The service of dead letters, whose steps are transactions of their own. */
    public static DeadLetterService deadLetters(DeadLetterStore letters, DeadLetterAudit audit) {
        return Injected.into(new DeadLetterService(), letters, audit, Users.ADMINISTRATOR);
    }
}
