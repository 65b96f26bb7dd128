package io.orderfield.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The brake on guessing passwords: after 10 failures for a user from one address, or 100 from one address, within five
 * minutes nothing is checked for that pair or address until five minutes after the first failure. Kept in the memory of
 * this node, at most 10,000 counters; the oldest go first.
 */
@ApplicationScoped
public class LoginThrottle {
    static final int FAILURES_OF_A_USER = 10;
    static final int FAILURES_OF_AN_ADDRESS = 100;
    static final Duration WINDOW = Duration.ofMinutes(5);
    static final int MOST_COUNTERS = 10_000;

    private record Counter(int failures, Instant ends) {}

    private final Clock clock;

    private final Map<String, Counter> counters = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Counter> eldest) {
            return size() > MOST_COUNTERS;
        }
    };

    public LoginThrottle() {
        this(Clock.systemUTC());
    }

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Seconds until the next attempt is checked; 0 for at once. */
    synchronized int secondsToWait(String user, String address) {
        return Math.max(
                secondsToWait(pair(user, address), FAILURES_OF_A_USER), secondsToWait(address, FAILURES_OF_AN_ADDRESS));
    }

    synchronized void failed(String user, String address) {
        count(pair(user, address));
        count(address);
    }

    /** A right password clears the user's failures from that address, not the address's own. */
    synchronized void succeeded(String user, String address) {
        counters.remove(pair(user, address));
    }

    private void count(String key) {
        Counter counter = current(key);
        counters.put(
                key,
                counter == null
                        ? new Counter(1, clock.instant().plus(WINDOW))
                        : new Counter(counter.failures() + 1, counter.ends()));
    }

    private int secondsToWait(String key, int most) {
        Counter counter = current(key);
        return counter == null || counter.failures() < most
                ? 0
                : (int) Duration.between(clock.instant(), counter.ends()).toSeconds() + 1;
    }

    private @Nullable Counter current(String key) {
        Counter counter = counters.get(key);
        if (counter != null && !clock.instant().isBefore(counter.ends())) {
            counters.remove(key);
            return null;
        }
        return counter;
    }

    /** A user name may be very long; its hash will do, since a collision only brakes earlier. */
    private static String pair(String user, String address) {
        return address + '\n' + (user.length() <= 100 ? user : user.substring(0, 100) + user.hashCode());
    }
}
