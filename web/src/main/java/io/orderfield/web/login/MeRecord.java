package io.orderfield.web.login;

import io.orderfield.om.user.UserView;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling.
 *
 * @param account number of the only account that a partner's user sees
 */
@Schema(name = "Me")
public record MeRecord(
        String username,
        String displayName,
        List<String> roles,
        @Nullable String account) {

    static MeRecord of(UserView user) {
        return new MeRecord(
                user.username(), user.displayName(), List.copyOf(new TreeSet<>(user.roles())), user.account());
    }
}
