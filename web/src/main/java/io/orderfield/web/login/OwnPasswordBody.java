package io.orderfield.web.login;

import io.orderfield.om.user.Password;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The change of one's own password.
 *
 * @param oldPassword the password of now
 * @param password 12 to 200 characters, and not easy to guess
 */
@Schema(name = "OwnPassword")
public record OwnPasswordBody(
        @Nullable String oldPassword, @Nullable String password) {

    Password chosen() {
        return new Password(password);
    }

    /** Without the passwords: what is thrown or logged about a call must not tell them. */
    @Override
    public String toString() {
        return "OwnPasswordBody[]";
    }
}
