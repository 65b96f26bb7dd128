package io.orderfield.om.user;

import io.orderfield.kernel.Refusal;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The caller's own record: whoever is signed in may do this, with that record alone. */
@Stateless
@PermitAll
public class OwnAccount {
    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private CurrentUser caller;

    @Inject
    private Event<AccessChanged> changes;

    @Inject
    private Clock clock;

    /** The caller. */
    public UserView user() {
        return own(null).view();
    }

    /** Takes over the hash of the password that the caller chose; sessions and tokens of the old one end. */
    public UserView replacePassword(String hash) {
        UserAccount user = own(LockModeType.PESSIMISTIC_WRITE);
        user.changePassword(hash, caller.name(), clock.instant());
        entityManager.flush();
        changes.fire(new AccessChanged(user.username()));
        return user.view();
    }

    private UserAccount own(@Nullable LockModeType lock) {
        UserAccount user = lock == null
                ? entityManager.find(UserAccount.class, caller.name())
                : entityManager.find(UserAccount.class, caller.name(), lock);
        if (user == null) {
            throw Refusal.notFound("user", caller.name());
        }
        return user;
    }
}
