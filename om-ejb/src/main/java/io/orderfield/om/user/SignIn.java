package io.orderfield.om.user;

import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt to sign in.
 *
 * @param user null when the name or password is wrong, or nothing was checked
 * @param retryAfterSeconds more than 0 when nothing was checked, since there were too many failures
 */
public record SignIn(@Nullable UserView user, int retryAfterSeconds) {
    static final SignIn WRONG = new SignIn(null, 0);
}
