package io.orderfield.broker;

import java.time.Duration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.jspecify.annotations.Nullable;

/**
 * How much of the broker one outside user may take.
 *
 * @param connections at a time
 * @param queues subscriptions, reply queues and temporary queues together
 * @param replyExpiry after this an answer that was not read goes, and a reply queue that has none and no reader; zero for
 *     never
 * @param wrongPasswords from one address within {@code window}: after them it has to wait
 * @param window in which wrong passwords are counted, and for which the address then waits
 */
record UserLimits(int connections, int queues, Duration replyExpiry, int wrongPasswords, Duration window) {
    static final UserLimits DEFAULT = new UserLimits(20, 20, Duration.ofDays(7), 10, Duration.ofMinutes(10));

    private static final Duration LONGEST_SCAN = Duration.ofSeconds(30);

    UserLimits {
        if (connections < 1 || queues < 1 || wrongPasswords < 1 || replyExpiry.isNegative() || window.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "artemis.user.connections, artemis.user.queues, artemis.wrong.passwords and"
                            + " artemis.wrong.passwords.minutes must be 1 or more, artemis.reply.expiry.hours 0 or more");
        }
    }

    /**
     * Each as it is set, or null or blank for its default.
     *
     * @throws IllegalArgumentException when one is no number or too small
     */
    static UserLimits parse(
            @Nullable String connections,
            @Nullable String queues,
            @Nullable String replyExpiryHours,
            @Nullable String wrongPasswords,
            @Nullable String windowMinutes) {
        return new UserLimits(
                EventLimits.number("artemis.user.connections", connections, DEFAULT.connections),
                EventLimits.number("artemis.user.queues", queues, DEFAULT.queues),
                Duration.ofHours(EventLimits.number(
                        "artemis.reply.expiry.hours", replyExpiryHours, (int) DEFAULT.replyExpiry.toHours())),
                EventLimits.number("artemis.wrong.passwords", wrongPasswords, DEFAULT.wrongPasswords),
                Duration.ofMinutes(EventLimits.number(
                        "artemis.wrong.passwords.minutes", windowMinutes, (int) DEFAULT.window.toMinutes())));
    }

    /** Lets answers and their queues go. */
    void applyTo(Configuration configuration) {
        AddressSettings replies = configuration.getAddressSettings().get("reply.#");
        if (replyExpiry.isZero() || replies == null) {
            return;
        }
        long delay = replyExpiry.toMillis();
        replies.setExpiryDelay(delay);
        replies.setAutoDeleteQueues(true);
        replies.setAutoDeleteCreatedQueues(true);
        replies.setAutoDeleteQueuesDelay(delay);
        replies.setAutoDeleteAddresses(true);
        long scan = Math.min(LONGEST_SCAN.toMillis(), delay);
        configuration.setAddressQueueScanPeriod(scan);
        configuration.setMessageExpiryScanPeriod(scan);
    }
}
