package io.orderfield.web.security;

import io.orderfield.om.user.UserDirectory;
import io.orderfield.om.user.UserView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a user name and password for API and pages alike, behind the brake on guessing. */
@ApplicationScoped
public class PasswordCheck {
    @Inject
    UserDirectory directory;

    @Inject
    LoginThrottle throttle;

    /**
     * What came of it.
     *
     * @param user null when the name or password is wrong, or nothing was checked
     * @param retryAfterSeconds more than 0 when nothing was checked, since there were too many failures
     */
    record Result(@Nullable UserView user, int retryAfterSeconds) {}

    Result check(String user, char[] password, String address) {
        int wait = throttle.secondsToWait(user, address);
        if (wait > 0) {
            return new Result(null, wait);
        }
        Optional<UserView> known = directory.authenticate(user, password);
        if (known.isPresent()) {
            throttle.succeeded(user, address);
        } else {
            throttle.failed(user, address);
        }
        return new Result(known.orElse(null), 0);
    }
}
