package io.orderfield.web.user;

import io.orderfield.om.user.Password;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user's new password.
 *
 * @param password 12 to 200 characters, and not easy to guess; never answered
 */
@Schema(name = "NewPassword")
public record PasswordBody(@Nullable String password) {

    Password command() {
        return new Password(password);
    }

    @Override
    public String toString() {
        return "PasswordBody[]";
    }
}
