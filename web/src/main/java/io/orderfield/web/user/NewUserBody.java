package io.orderfield.web.user;

import static io.orderfield.web.api.Bodies.text;

import io.orderfield.om.user.NewUser;
import io.orderfield.om.user.Password;
import io.orderfield.web.api.Bodies;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user to create.
 *
 * @param account number of the account that a partner belongs to; a partner needs one, nobody else has one
 * @param enabled whether the user may sign in; true when left out
 * @param password 12 to 200 characters, and not easy to guess; never answered. A person has to change it at the next
 *     sign-in; a machine (roles partner and field-system alone) may be left without, and gets a generated secret
 */
@Schema(name = "NewUser")
public record NewUserBody(
        @Nullable String username,
        @Nullable String displayName,
        @Nullable List<@Nullable String> roles,
        @Nullable String account,
        @Nullable Boolean enabled,
        @Nullable String password) {

    NewUser command() {
        return new NewUser(
                text(username),
                text(displayName),
                new LinkedHashSet<>(Bodies.listed("roles", roles)),
                account == null || account.isBlank() ? null : account.strip(),
                enabled == null || enabled,
                new Password(password));
    }

    /** Without the password: what is thrown or logged about a call must not tell it. */
    @Override
    public String toString() {
        return "NewUserBody[username=" + username + "]";
    }
}
