package io.orderfield.om.user;

import io.orderfield.messaging.right.CurrentCaller;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** The real users on an entity manager, for tests of other packages. */
public final class UserAccess {
    private UserAccess() {}

    public static UserRegister register(EntityManager em) {
        return new UserRegister(em, Clock.systemUTC());
    }

    public static CurrentUser caller(CurrentCaller caller, EntityManager em) {
        return new CallerIdentity(caller, directory(em));
    }

    public static UserDirectory directory(EntityManager em) {
        return new UserDirectory(em);
    }
}
