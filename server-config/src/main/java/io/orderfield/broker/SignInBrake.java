package io.orderfield.broker;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;

/**
 * Slows down whoever guesses passwords. After so many wrong ones from an address it has to wait, and nothing is checked
 * for it meanwhile; who guesses on behind it learns nothing. A user who has signed in from that address within 30 days
 * is checked all the same, so that nobody locks out others by guessing from where they are. An address is one of IPv4, or
 * a network of IPv6 (64 bits), of which anybody has as many addresses as wanted.
 *
 * <p>All of it is in memory: after a start of the broker nobody waits, and nobody has signed in yet.
 */
final class SignInBrake {
    private static final Logger LOG = Logger.getLogger(SignInBrake.class.getName());
    private static final Duration KNOWN_FOR = Duration.ofDays(30);
    private static final int MOST_ADDRESSES = 10_000;
    private static final int NETWORK_BYTES = 8;

    private final int allowed;
    private final Duration window;
    private final Clock clock;
    private final OncePerWindow warnings;
    private final Map<String, Guesses> guesses = bounded();
    private final Map<String, Map<String, Instant>> known = bounded();

    /** Wrong passwords, and when they are forgotten. */
    private record Guesses(int count, Instant until) {}

    SignInBrake(UserLimits limits, Clock clock) {
        this.allowed = limits.wrongPasswords();
        this.window = limits.window();
        this.clock = clock;
        this.warnings = new OncePerWindow(LOG, clock);
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST_ADDRESSES;
            }
        };
    }

    /** What counts as one address. */
    static String address(SocketAddress remote) {
        if (!(remote instanceof InetSocketAddress socket) || socket.getAddress() == null) {
            return remote.toString();
        }
        InetAddress address = socket.getAddress();
        return address instanceof Inet6Address
                ? Arrays.toString(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }

    /** Whether everybody at this address has to wait, and nobody has signed in from there who need not. */
    synchronized boolean isShut(String address) {
        return waits(address) && knownAt(address).isEmpty();
    }

    /**
     * One sign-in, looked at and counted in one step, so that many at a time are not more than one after the other.
     *
     * @param right whether the password is that of the user
     * @return whether the user is let in
     */
    synchronized boolean letsIn(String address, String user, boolean right) {
        boolean waits = waits(address);
        if (waits && !knownAt(address).contains(user)) {
            return false;
        }
        if (right) {
            known.computeIfAbsent(address, key -> new LinkedHashMap<>()).put(user, clock.instant());
        } else if (!waits) {
            count(address, user);
        }
        return right;
    }

    private void count(String address, String user) {
        Instant until = clock.instant().plus(window);
        Guesses counted = guesses.merge(
                address,
                new Guesses(1, until),
                (old, one) -> new Guesses(old.count + 1, old.count + 1 == allowed ? until : old.until));
        if (counted.count == allowed) {
            warnings.warn(
                    address,
                    allowed + " wrong passwords from " + address + ", the last one for '" + printable(user) + "': for "
                            + window.toMinutes()
                            + " minutes only users who have signed in from there before are let in");
        }
    }

    private boolean waits(String address) {
        Guesses counted = guesses.get(address);
        if (counted != null && !counted.until.isAfter(clock.instant())) {
            guesses.remove(address);
            return false;
        }
        return counted != null && counted.count >= allowed;
    }

    private Set<String> knownAt(String address) {
        Map<String, Instant> users = known.get(address);
        if (users == null) {
            return Set.of();
        }
        Instant oldest = clock.instant().minus(KNOWN_FOR);
        users.values().removeIf(at -> at.isBefore(oldest));
        return new HashSet<>(users.keySet());
    }

    private static String printable(String user) {
        return user.replaceAll("[^\\w-]", "?").substring(0, Math.min(user.length(), 40));
    }
}
