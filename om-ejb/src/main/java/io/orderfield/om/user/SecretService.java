package io.orderfield.om.user;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Administrators keep the secrets of machine users. Two are good at a time, so that one can be replaced without an
 * interruption: a new one leaves the one before good, until that is ended or the next one comes. A password from before
 * counts as the oldest.
 */
@Stateless
@May(Right.MANAGE_USERS)
public class SecretService {
    private static final int GOOD_AT_A_TIME = 2;

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private CurrentUser caller;

    @Inject
    private Event<AccessChanged> changes;

    @Inject
    private Clock clock;

    /** What the user may sign in with, the oldest first. */
    public List<SecretView> list(String username) {
        UserAccount user = entityManager.find(UserAccount.class, username);
        return views(machine(user, username));
    }

    /** Generates a secret. What was good before the newest one so far is ended. */
    public NewSecret create(String username) {
        UserAccount user = locked(username);
        List<UserSecret> before = secrets(username);
        int surplus = before.size() + (user.hasPassword() ? 1 : 0) + 1 - GOOD_AT_A_TIME;
        for (SecretView oldest : views(user).subList(0, Math.max(0, surplus))) {
            end(user, before, oldest.id());
        }
        GeneratedSecret secret = GeneratedSecret.draw();
        UserSecret created = new UserSecret(username, secret, caller.name(), now());
        entityManager.persist(created);
        entityManager.flush();
        return new NewSecret(created.view(), secret.characters());
    }

    /** Ends a secret, or the password, at once; what was opened with it ends too. */
    public void end(String username, String id) {
        UserAccount user = locked(username);
        if (!end(user, secrets(username), id)) {
            throw Refusal.notFound("secret", id);
        }
        entityManager.flush();
    }

    private boolean end(UserAccount user, List<UserSecret> secrets, String id) {
        if (id.equals(SecretView.PASSWORD)) {
            if (!user.hasPassword()) {
                return false;
            }
            user.endPassword(caller.name(), now());
            changes.fire(new AccessChanged(user.username()));
            return true;
        }
        for (UserSecret secret : secrets) {
            if (secret.id().toString().equals(id)) {
                entityManager.remove(secret);
                user.endAccess(caller.name(), now());
                changes.fire(new AccessChanged(user.username()));
                return true;
            }
        }
        return false;
    }

    private List<SecretView> views(UserAccount user) {
        List<SecretView> views = new ArrayList<>();
        if (user.hasPassword()) {
            views.add(new SecretView(SecretView.PASSWORD, null, null, null));
        }
        secrets(user.username()).forEach(secret -> views.add(secret.view()));
        return views;
    }

    private List<UserSecret> secrets(String username) {
        return UserDirectory.secrets(entityManager, username);
    }

    private UserAccount locked(String username) {
        return machine(entityManager.find(UserAccount.class, username, LockModeType.PESSIMISTIC_WRITE), username);
    }

    private static UserAccount machine(@Nullable UserAccount user, String username) {
        if (user == null) {
            throw Refusal.notFound("user", username);
        }
        if (!user.view().isMachine()) {
            throw Refusal.conflict("no-machine-user").with("username", username);
        }
        return user;
    }

    private Instant now() {
        return clock.instant();
    }
}
