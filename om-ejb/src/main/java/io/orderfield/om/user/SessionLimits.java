package io.orderfield.om.user;

import io.orderfield.kernel.Shared;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When a session ends by itself: after so long without use, and however much it is used at its limit. */
@Shared
public class SessionLimits {
    /** So much of the idle time at most is missing in what is written of the last use. */
    private static final int STEPS_OF_LAST_USE = 30;

    private final Duration idle;
    private final Duration longest;

    @Inject
    SessionLimits(
            @ConfigProperty(name = "SESSION_IDLE", defaultValue = "30m") String idle,
            @ConfigProperty(name = "SESSION_LIMIT", defaultValue = "8h") String longest) {
        this.idle = duration("SESSION_IDLE", idle);
        this.longest = duration("SESSION_LIMIT", longest);
    }

    /** How long a session lasts without use. */
    public Duration idle() {
        return idle;
    }

    /** How often the last use is worth writing down: every minute of half an hour. */
    public Duration writeEvery() {
        return idle.dividedBy(STEPS_OF_LAST_USE);
    }

    /** Whether a session that was begun and used then is over. */
    public boolean over(Instant startedAt, Instant lastUsedAt, Instant now) {
        return !now.isBefore(lastUsedAt.plus(idle)) || !now.isBefore(startedAt.plus(longest));
    }

    Instant lastUseOfOver(Instant now) {
        return now.minus(idle).minus(writeEvery());
    }

    Instant startOfOver(Instant now) {
        return now.minus(longest);
    }

    private static Duration duration(String name, String text) {
        try {
            Duration duration = Duration.parse("PT" + text.strip().toUpperCase(Locale.ROOT));
            if (duration.compareTo(Duration.ofSeconds(1)) >= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " is not a time such as 30m, 8h or 90s: " + text, e);
        }
        throw new IllegalArgumentException(name + " must be at least a second: " + text);
    }
}
