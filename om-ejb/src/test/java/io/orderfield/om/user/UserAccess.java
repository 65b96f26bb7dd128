package io.orderfield.om.user;

import io.orderfield.kernel.Injected;
import io.orderfield.messaging.right.CurrentCaller;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;

/** The real users on an entity manager, for tests of other packages. */
public final class UserAccess {
    private UserAccess() {}

    public static UserRegister register(EntityManager em) {
        return new UserRegister(em, Clock.systemUTC());
    }

    public static CurrentUser caller(CurrentCaller caller, EntityManager em) {
        return new CallerIdentity(caller, directory(em));
    }

    /** The user, when the password is right and the user is enabled. */
    static Optional<UserView> authenticate(EntityManager em, String username, String password) {
        return directory(em)
                .credentials(username)
                .filter(known -> known.user().enabled())
                .filter(known -> PasswordHash.verify(known.passwordHash(), password.toCharArray()))
                .map(Credentials::user);
    }

    public static UserDirectory directory(EntityManager em) {
        return Injected.into(new UserDirectory(), em, Clock.systemUTC());
    }
}
