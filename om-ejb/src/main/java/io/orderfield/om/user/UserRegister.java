package io.orderfield.om.user;

import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Adds users, in the caller's transaction. For start-up work; it checks no role. */
@Shared
public class UserRegister {
    private final EntityManager entityManager;
    private final Clock clock;

    @Inject
    UserRegister(@OmData EntityManager entityManager, Clock clock) {
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
        return !exists(user.username()) && add(user, hash(password));
    }

    /**
     * Adds users that share one password: its hash, the expensive part, is made once.
     *
     * @return the names of those that were added; the others exist
     */
    public Set<String> addMissing(Collection<UserView> users, char[] password) {
        Set<String> added = new LinkedHashSet<>();
        String hash = null;
        for (UserView user : users) {
            if (!exists(user.username())) {
                hash = hash == null ? hash(password) : hash;
                add(user, hash);
                added.add(user.username());
            }
        }
        return added;
    }

    private boolean exists(String username) {
        return entityManager.find(UserAccount.class, username) != null;
    }

    private boolean add(UserView user, String hash) {
        entityManager.persist(new UserAccount(user, hash, "system", clock.instant()));
        entityManager.flush();
        return true;
    }

    private static String hash(char[] password) {
        if (password.length == 0) {
            throw new IllegalArgumentException("a password can't be empty");
        }
        return PasswordHash.of(password);
    }
}
