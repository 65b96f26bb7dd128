package io.orderfield.om.fieldevents;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every second for work orders whose activity has a gap for too long, and asks for what is missing. */
@Singleton
@Startup
@PermitAll
@DependsOn("OmSchema")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GapSweep {
    private static final Logger LOG = Logger.getLogger(GapSweep.class.getName());

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @EJB
    private WorkOrderEventIntake intake;

    private ScheduledFuture<?> sweeps;

    @PostConstruct
    void start() {
        sweeps = scheduler.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        sweeps.cancel(false);
    }

    private void sweep() {
        try {
            intake.gapsDue().forEach(this::ask);
        } catch (RuntimeException e) {
            // an exception would end the schedule; the next sweep looks again
            LOG.log(Level.WARNING, "gaps in the activity of work orders could not be looked for", e);
        }
    }

    private void ask(UUID workOrderKey) {
        try {
            intake.askForMissingEntries(workOrderKey);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "missing entries of " + workOrderKey + " could not be asked for; tried again", e);
        }
    }
}
