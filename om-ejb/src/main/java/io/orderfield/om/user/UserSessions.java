package io.orderfield.om.user;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/** Keeps the record of who is signed in to pages. For the door of the pages, before anybody has a role. */
@Stateless
@PermitAll
public class UserSessions {
    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private SessionLimits limits;

    @Inject
    private Clock clock;

    /** Begins a session; those of the user that are over are cleared away. */
    public SessionView start(Standing user, String address, String agent) {
        entityManager
                .createQuery("delete from UserSession s where s.username = :user"
                        + " and (s.startedAt <= :start or s.lastUsedAt <= :use or s.revision < :revision)")
                .setParameter("user", user.user().username())
                .setParameter("start", limits.startOfOver(clock.instant()))
                .setParameter("use", limits.lastUseOfOver(clock.instant()))
                .setParameter("revision", user.revision())
                .executeUpdate();
        UserSession session = new UserSession(user, address, agent, clock.instant());
        entityManager.persist(session);
        return session.view();
    }

    /** The session of this id; empty when it was ended. */
    public Optional<SessionView> find(String id) {
        return Optional.ofNullable(entityManager.find(UserSession.class, id)).map(UserSession::view);
    }

    /** Notes that the session is in use. */
    public void used(String id) {
        // no read before: a session that is ended meanwhile must not come back
        entityManager
                .createQuery("update UserSession s set s.lastUsedAt = :now where s.id = :id")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Ends the session; one that has ended stays so. */
    public void end(String id) {
        entityManager
                .createQuery("delete from UserSession s where s.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }
}
