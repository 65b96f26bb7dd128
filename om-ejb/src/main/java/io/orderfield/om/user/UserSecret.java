package io.orderfield.om.user;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A generated secret of a machine user. Only its hash is kept; when it was used last, to the minute. */
@Entity
@Table(name = "user_secret", schema = "om")
class UserSecret {
    @Id
    private UUID id;

    @Column(name = "username", updatable = false)
    private String username;

    @Column(name = "secret_hash", updatable = false)
    private String secretHash;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    protected UserSecret() {
        // for JPA
    }

    UserSecret(String username, GeneratedSecret secret, String by, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.username = username;
        this.secretHash = secret.hash();
        this.createdBy = by;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    String hash() {
        return secretHash;
    }

    SecretView view() {
        return new SecretView(id.toString(), createdAt, createdBy, lastUsedAt);
    }
}
