package io.orderfield.om.user;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is signed in: everybody sees and ends the own sessions, an administrator anybody's. To end them all ends
 * the tokens of the user as well: nobody could say which browser or program has one.
 */
@Stateless
@PermitAll
public class SessionService {
    private static final int MOST_LISTED = 200;

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private CurrentUser caller;

    @Inject
    private SessionLimits limits;

    @Inject
    private Event<AccessChanged> changes;

    @Inject
    private Clock clock;

    /** The caller's open sessions, the latest first; at most 200. */
    public List<SessionView> own() {
        return open(caller.name());
    }

    /** An open session of the caller's. */
    public SessionView own(String id) {
        return found(caller.name(), id).view();
    }

    /** Ends a session of the caller's. */
    public void endOwn(String id) {
        end(found(caller.name(), id));
    }

    /**
     * Ends all sessions and tokens of the caller.
     *
     * @param kept id of the session that goes on, null for none
     */
    public void endAllOwn(@Nullable String kept) {
        UserSession session = kept == null ? null : found(caller.name(), kept);
        long revision = endAccess(locked(caller.name()), kept);
        if (session != null) {
            session.carryOn(revision);
        }
    }

    /** The open sessions of a user, the latest first; at most 200. */
    @May(Right.MANAGE_USERS)
    public List<SessionView> of(String username) {
        if (entityManager.find(UserAccount.class, username) == null) {
            throw Refusal.notFound("user", username);
        }
        return open(username);
    }

    /** Ends a session of a user. */
    @May(Right.MANAGE_USERS)
    public void end(String username, String id) {
        end(found(username, id));
    }

    /** Ends all sessions and tokens of a user. */
    @May(Right.MANAGE_USERS)
    public void endAll(String username) {
        endAccess(locked(username), null);
    }

    private List<SessionView> open(String username) {
        Instant now = clock.instant();
        return entityManager
                .createQuery(
                        "select s from UserSession s, UserAccount u where u.username = s.username"
                                + " and s.username = :user and s.revision = u.revision and u.enabled = true"
                                + " and s.startedAt > :start and s.lastUsedAt > :use order by s.startedAt desc, s.id",
                        UserSession.class)
                .setParameter("user", username)
                .setParameter("start", limits.startOfOver(now))
                .setParameter("use", limits.lastUseOfOver(now))
                .setMaxResults(MOST_LISTED)
                .getResultList()
                .stream()
                .map(UserSession::view)
                .toList();
    }

    private UserSession found(String username, String id) {
        UserSession session = entityManager.find(UserSession.class, id);
        if (session == null || !session.view().username().equals(username)) {
            throw Refusal.notFound("session", id);
        }
        return session;
    }

    private void end(UserSession session) {
        entityManager.remove(session);
        changes.fire(new AccessChanged(session.view().username()));
    }

    private UserAccount locked(String username) {
        UserAccount user = entityManager.find(UserAccount.class, username, LockModeType.PESSIMISTIC_WRITE);
        if (user == null) {
            throw Refusal.notFound("user", username);
        }
        return user;
    }

    private long endAccess(UserAccount user, @Nullable String kept) {
        user.endAccess(caller.name(), clock.instant());
        entityManager.flush();
        entityManager
                .createQuery("delete from UserSession s where s.username = :user and s.id <> :kept")
                .setParameter("user", user.username())
                .setParameter("kept", kept == null ? "" : kept)
                .executeUpdate();
        changes.fire(new AccessChanged(user.username()));
        return user.revision();
    }
}
