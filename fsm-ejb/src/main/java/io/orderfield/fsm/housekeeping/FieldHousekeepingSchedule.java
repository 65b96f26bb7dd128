package io.orderfield.fsm.housekeeping;

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
import java.io.IOException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tidies up a minute after the start and then every hour, on each node: doing it twice at once does no harm. */
@Singleton
@Startup
@PermitAll
@DependsOn("FsmSchema")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FieldHousekeepingSchedule {
    private static final Logger LOG = Logger.getLogger(FieldHousekeepingSchedule.class.getName());

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @EJB
    private FieldHousekeeping housekeeping;

    private final AtomicLong orphans = new AtomicLong();
    private ScheduledFuture<?> schedule;

    @PostConstruct
    void start() {
        schedule = scheduler.scheduleWithFixedDelay(this::tidy, 1, 60, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        schedule.cancel(false);
    }

    /** Files without a record that this node has removed since its start. */
    public long orphansRemoved() {
        return orphans.get();
    }

    private void tidy() {
        try {
            housekeeping.forgetFieldUpdates();
            int removed = housekeeping.removeOrphanedFiles();
            if (removed > 0) {
                orphans.addAndGet(removed);
                LOG.log(Level.WARNING, "Removed {0} attachment files that no record names", removed);
            }
        } catch (IOException | RuntimeException e) {
            // an exception would end the schedule; in an hour it is tried again
            LOG.log(Level.WARNING, "Field Service could not tidy up; tried again in an hour", e);
        }
    }
}
