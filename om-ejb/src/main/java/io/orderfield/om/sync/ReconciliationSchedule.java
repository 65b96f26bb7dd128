package io.orderfield.om.sync;

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
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Takes the running reconciliation forward every few seconds, and begins one each night. */
@Singleton
@Startup
@PermitAll
@DependsOn("OmSchema")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReconciliationSchedule {
    private static final Logger LOG = Logger.getLogger(ReconciliationSchedule.class.getName());
    private static final String OFF = "off";

    /** A server that starts later than this after the time leaves the night out. */
    private static final Duration LATEST = Duration.ofHours(1);

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @EJB
    private ReconciliationIntake intake;

    /** Time of day in UTC, such as 02:00, or off. */
    @Inject
    @ConfigProperty(name = "RECONCILIATION_TIME", defaultValue = "02:00")
    private String time;

    @Inject
    private Clock clock;

    private @Nullable LocalTime timeOfDay;
    private ScheduledFuture<?> steps;
    private volatile @Nullable ReconciliationView newest;

    @PostConstruct
    void start() {
        timeOfDay = timeOfDay(time);
        steps = scheduler.scheduleWithFixedDelay(this::step, 5, 3, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        steps.cancel(false);
    }

    /** @throws IllegalStateException for a setting that is neither a time nor off: the server must not start with it */
    private static @Nullable LocalTime timeOfDay(String setting) {
        if (setting.equalsIgnoreCase(OFF)) {
            return null;
        }
        try {
            return LocalTime.parse(setting);
        } catch (DateTimeException e) {
            throw new IllegalStateException("RECONCILIATION_TIME has to be a time such as 02:00, or off", e);
        }
    }

    /** The time at which one should have begun lately. */
    static Optional<Instant> due(@Nullable LocalTime timeOfDay, Instant now) {
        if (timeOfDay == null) {
            return Optional.empty();
        }
        Instant today = now.atZone(ZoneOffset.UTC).with(timeOfDay).toInstant();
        Instant last = today.isAfter(now) ? today.minus(Duration.ofDays(1)) : today;
        return last.plus(LATEST).isAfter(now) ? Optional.of(last) : Optional.empty();
    }

    /** The newest reconciliation, a few seconds old, for metrics; null before the first. */
    public @Nullable ReconciliationView newest() {
        return newest;
    }

    private void step() {
        try {
            due(timeOfDay, clock.instant()).ifPresent(intake::beginScheduled);
            while (intake.step()) {
                // the next one is due at once
            }
            newest = intake.newest();
        } catch (RuntimeException e) {
            // an exception would end the schedule; the next run goes on where this one stopped
            LOG.log(Level.WARNING, "The reconciliation could not go on; tried again", e);
        }
    }
}
