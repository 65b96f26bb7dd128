package io.orderfield.om.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;

/** Adds users, in the caller's transaction. For start-up work; it checks no role. */
@ApplicationScoped
public class UserRegister {
    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    private final Clock clock;

    protected UserRegister() {
        this.clock = Clock.tickMillis(ZoneOffset.UTC);
    }

    UserRegister(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** Whether there is no user at all. */
    public boolean isEmpty() {
        return entityManager
                .createQuery("select u.username from UserAccount u", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * Adds a user.
     *
     * @param password not empty
     * @return false when the user exists; nothing changes then, the password neither
     * @throws IllegalArgumentException for an empty password, an unknown role, or a partner without an account
     */
    public boolean addIfMissing(UserView user, char[] password) {
        if (password.length == 0) {
            throw new IllegalArgumentException("a password can't be empty");
        }
        if (entityManager.find(UserAccount.class, user.username()) != null) {
            return false;
        }
        entityManager.persist(new UserAccount(user, PasswordHash.of(password), clock.instant()));
        entityManager.flush();
        return true;
    }
}
