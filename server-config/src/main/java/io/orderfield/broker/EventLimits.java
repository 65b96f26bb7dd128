package io.orderfield.broker;

import java.time.Duration;
import java.util.Map;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.jspecify.annotations.Nullable;

/**
 * What the broker keeps of the events on one topic for subscriptions that are behind. Beyond it the newest events are lost to
 * them; nobody else notices.
 *
 * @param megabytes on disk for one topic, for all of its subscriptions together: 1 or more
 * @param expiry after this an event that was not read goes; zero for never
 */
record EventLimits(int megabytes, Duration expiry) {
    static final EventLimits DEFAULT = new EventLimits(256, Duration.ofDays(7));

    private static final long MEGABYTE = 1024L * 1024;
    private static final int SMALLEST_PAGE = 128 * 1024;

    EventLimits {
        if (megabytes < 1 || expiry.isNegative()) {
            throw new IllegalArgumentException(
                    "events.limit.mb must be 1 or more and events.expiry.hours 0 or more, not " + megabytes + " and "
                            + expiry.toHours());
        }
    }

    /** @throws IllegalArgumentException when one is no number or too small */
    static EventLimits parse(@Nullable String megabytes, @Nullable String hours) {
        return new EventLimits(
                number("events.limit.mb", megabytes, DEFAULT.megabytes),
                Duration.ofHours(number("events.expiry.hours", hours, (int) DEFAULT.expiry.toHours())));
    }

    static int number(String name, @Nullable String text, int otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is '" + text + "', not a whole number", e);
        }
    }

    /** Sets them on every topic for outside applications. */
    void applyTo(Map<String, AddressSettings> addresses) {
        addresses.forEach((match, settings) -> {
            if (match.matches("(om|fsm)\\.events(\\..*)?")) {
                long limit = megabytes * MEGABYTE;
                settings.setPageLimitBytes(limit);
                // a quarter in memory, in pages of which some have room on disk; never more than any address has
                settings.setMaxSizeBytes(Math.min(20 * MEGABYTE, limit / 4));
                settings.setPageSizeBytes((int) Math.max(SMALLEST_PAGE, Math.min(MEGABYTE, limit / 8)));
                if (!expiry.isZero()) {
                    settings.setExpiryDelay(expiry.toMillis());
                }
            }
        });
    }
}
