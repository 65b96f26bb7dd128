package io.orderfield.kernel;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneOffset;

/** The one place that makes a clock: whoever wants the time has it injected, so that a test can set it. */
@Dependent
public class SystemClock {
    /**
     * Ticks in milliseconds, which is what the databases keep and what messages carry. Of no scope and serializable, so that
     * a bean of a session may hold it.
     */
    @Produces
    static Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
