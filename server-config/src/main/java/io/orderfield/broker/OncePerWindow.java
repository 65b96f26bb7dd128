package io.orderfield.broker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Logger;

/** Warnings for the operator about one user or address: one in ten minutes each, whatever that one does. */
final class OncePerWindow {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST_SUBJECTS = 1_000;

    private final Logger log;
    private final Clock clock;
    private final Map<String, Instant> said = new LinkedHashMap<>();

    OncePerWindow(Logger log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** @param subject who it is about */
    synchronized void warn(String subject, String text) {
        Instant now = clock.instant();
        said.values().removeIf(at -> at.plus(WINDOW).isBefore(now));
        if (said.size() < MOST_SUBJECTS && said.putIfAbsent(subject, now) == null) {
            log.warning(text);
        }
    }
}
