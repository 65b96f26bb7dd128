package io.orderfield.om.policy.replay;

import io.orderfield.rules.WorkOrderPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the replays that were begun on this node, each in a thread of its own and after the commit that began it. One that a
 * restart ends is not taken up again: it is told as interrupted, and begun anew by whoever still wants it.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReplayRunner {
    private static final Logger LOG = Logger.getLogger(ReplayRunner.class.getName());

    /** Of a draft, which has no number yet. */
    private static final int NO_VERSION = 0;

    @Resource
    private ManagedExecutorService executor;

    @EJB
    private ReplayIntake intake;

    private volatile boolean ends;

    /** Notes that a replay was begun. */
    public void started(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReplayStarted started) {
        executor.execute(() -> run(started));
    }

    private void run(ReplayStarted started) {
        UUID replay = started.replay();
        try {
            WorkOrderPolicy draft = WorkOrderPolicy.compile(NO_VERSION, started.table());
            while (!ends && intake.step(replay, draft)) {
                // the next page is due at once
            }
        } catch (RuntimeException e) {
            if (!ends) {
                LOG.log(Level.WARNING, e, () -> "The replay " + replay + " could not go on");
                intake.fail(replay);
            }
        }
    }

    @PreDestroy
    void stop() {
        ends = true;
    }
}
