package io.orderfield.fsm.demo;

import io.orderfield.kernel.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * With DEMO_ENABLED=true, at the first start: takes the work orders of the demonstration some steps forward, so that lists
 * show life. One step every two seconds, for five minutes at most; then never again.
 */
@Singleton
@Startup
@PermitAll
@DependsOn("FsmSchema")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoProgress {
    private static final Duration TIME = Duration.ofMinutes(5);
    private static final Duration STEP = Duration.ofSeconds(2);

    @Resource
    private TimerService timers;

    @EJB
    private DemoSteps work;

    @Inject
    @ConfigProperty(name = "DEMO_ENABLED", defaultValue = "false")
    private boolean enabled;

    @Inject
    private Clock clock;

    private final Set<String> leftAlone = new HashSet<>();
    private Instant deadline = Instant.EPOCH;

    @PostConstruct
    void begin() {
        if (enabled && !work.hasBegun()) {
            deadline = clock.instant().plus(TIME);
            timers.createIntervalTimer(STEP.toMillis(), STEP.toMillis(), new TimerConfig("demo progress", false));
        }
    }

    @Timeout
    void step(Timer timer) {
        if (clock.instant().isAfter(deadline)) {
            timer.cancel();
            return;
        }
        Optional<String> next = work.next(leftAlone);
        if (next.isPresent()) {
            try {
                work.advance(next.get());
            } catch (Refusal refusal) {
                // a person was faster, or nobody fits: this one stays as it is
                leftAlone.add(next.get());
            }
        }
    }
}
