package io.orderfield.om.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * With what a machine user may sign in, without the secret itself.
 *
 * @param id names it; {@link #PASSWORD} for a password from before, which may be ended too
 * @param createdAt null for a password
 * @param createdBy user name of who asked for it; null for a password
 * @param lastUsedAt to the minute; null when it was never used, or is not known
 */
public record SecretView(
        String id,
        @Nullable Instant createdAt,
        @Nullable String createdBy,
        @Nullable Instant lastUsedAt) {
    /** The id of a machine user's password. */
    public static final String PASSWORD = "password";
}
