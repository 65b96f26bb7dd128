package io.orderfield.web.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderfield.om.user.NewSecret;
import io.orderfield.om.user.SecretView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A secret with which a machine user signs in.
 *
 * @param id {@code password} for a password from before
 * @param secret the secret itself; only in the answer to creating it
 * @param lastUsedAt to the minute; absent when it was never used
 */
@Schema(name = "Secret")
public record SecretRecord(
        String id,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret,
        @Nullable Instant createdAt,
        @Nullable String createdBy,
        @Nullable Instant lastUsedAt) {

    static SecretRecord of(SecretView view) {
        return new SecretRecord(view.id(), null, view.createdAt(), view.createdBy(), view.lastUsedAt());
    }

    static SecretRecord of(NewSecret created) {
        SecretView view = created.view();
        return new SecretRecord(view.id(), created.characters(), view.createdAt(), view.createdBy(), view.lastUsedAt());
    }

    /** Without the secret: it must not be logged. */
    @Override
    public String toString() {
        return "SecretRecord[" + id + "]";
    }
}
