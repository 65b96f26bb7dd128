package io.orderfield.om.user;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The brake on guessing passwords. An attempt is counted <em>before</em> anything is checked, each in a short transaction
 * of its own, and taken back when it was none: so it makes no difference how many come at once, or on how many nodes.
 *
 * <p>Where a user has signed in from before, that browser or address has a counter of its own for that user: there nobody
 * else's guesses keep the user out, neither for the user from elsewhere nor for others from the same address. Everywhere
 * else an attempt counts for its address and, if that is not over its limit, for the user.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInBrake {
    static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Duration FRESH = Duration.ofHours(1);

    /** As long as a user name may be; a longer one is nobody's. */
    private static final int LONGEST_NAME = 100;

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private SignInLimits limits;

    @Inject
    private Clock clock;

    /**
     * An attempt that was counted.
     *
     * @param retryAfterSeconds more than 0 when it must not be checked
     */
    public record Attempt(List<String> counters, int retryAfterSeconds) {}

    /** Counts an attempt. */
    public Attempt count(String username, Origin origin) {
        String user = name(username);
        Instant now = clock.instant();
        if (origin.browser() != null) {
            return counted("browser " + origin.browser() + ' ' + user, user, limits.ofUser(), now);
        }
        if (SignInCounts.isKnown(entityManager, user, origin.address(), now.minus(REMEMBERED))) {
            return counted("place " + origin.address() + ' ' + user, user, limits.ofUser(), now);
        }
        // always the address first: attempts lock rows in one order, and one beyond its address's limit harms no user
        Attempt here = counted("address " + origin.address(), null, limits.ofAddress(), now);
        if (here.retryAfterSeconds() > 0) {
            return here;
        }
        Attempt ofUser = counted("user " + user, user, limits.ofUser(), now);
        return new Attempt(List.of(here.counters().get(0), ofUser.counters().get(0)), ofUser.retryAfterSeconds());
    }

    /** Takes an attempt back that was not checked after all. */
    public void takeBack(Attempt attempt) {
        attempt.counters().forEach(counter -> SignInCounts.takeBack(entityManager, counter));
    }

    /** Takes an attempt back that was right, and remembers where it came from. */
    public void succeeded(String username, Origin origin, Attempt attempt) {
        takeBack(attempt);
        Instant now = clock.instant();
        SignInCounts.remember(entityManager, username, origin.address(), now, now.minus(FRESH));
    }

    /** Deletes what has ended. */
    @Schedule(hour = "*", minute = "*/10", persistent = false)
    public void purge() {
        Instant now = clock.instant();
        SignInCounts.purge(entityManager, now, now.minus(REMEMBERED));
    }

    private Attempt counted(String counter, @Nullable String username, int limit, Instant now) {
        SignInCounts.Count count = SignInCounts.add(entityManager, counter, username, now, limits.window());
        int wait = count.attempts() <= limit
                ? 0
                : (int) Duration.between(now, count.endsAt()).toSeconds() + 1;
        return new Attempt(List.of(counter), wait);
    }

    /** A name that nobody can have is cut: a collision only brakes earlier. A zero is no text for a database. */
    private static String name(String username) {
        String cut = username.length() <= LONGEST_NAME ? username : username.substring(0, LONGEST_NAME);
        return cut.replace('\0', '?');
    }
}
