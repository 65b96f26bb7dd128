package io.orderfield.web.user;

import io.orderfield.kernel.Tagged;
import io.orderfield.om.user.ManagedUser;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user; a password is never part of it.
 *
 * @param account number of the only account that a partner's user sees
 * @param passwordChangeRequired whether somebody else set the password, so that it has to be changed first
 * @param version rises with every change
 * @param updatedBy user name of who changed it last
 */
@Schema(name = "User")
public record UserRecord(
        String username,
        String displayName,
        List<String> roles,
        @Nullable String account,
        boolean enabled,
        boolean passwordChangeRequired,
        long version,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy)
        implements Tagged {

    static UserRecord of(ManagedUser managed) {
        return new UserRecord(
                managed.user().username(),
                managed.user().displayName(),
                List.copyOf(new TreeSet<>(managed.user().roles())),
                managed.user().account(),
                managed.user().enabled(),
                managed.user().passwordChangeRequired(),
                managed.version(),
                managed.createdAt(),
                managed.updatedAt(),
                managed.updatedBy());
    }

    @Override
    public String etag() {
        return Long.toString(version);
    }
}
