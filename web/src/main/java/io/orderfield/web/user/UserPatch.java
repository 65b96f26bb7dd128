package io.orderfield.web.user;

import io.orderfield.om.user.UserChange;
import io.orderfield.web.api.Bodies;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to change; what is left out stays, empty text takes the account away. A password is set by a call of its own. */
@Schema(name = "UserPatch")
public record UserPatch(
        @Nullable String displayName,
        @Nullable List<@Nullable String> roles,
        @Nullable String account,
        @Nullable Boolean enabled) {

    UserChange command() {
        return new UserChange(
                displayName,
                roles == null ? null : new LinkedHashSet<>(Bodies.listed("roles", roles)),
                account,
                enabled);
    }
}
