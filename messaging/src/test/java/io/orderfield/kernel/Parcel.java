package io.orderfield.kernel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entity with every attribute type that a schema of Orderfield has; it exists for the mapping tests alone. */
@Entity
@Table(name = "parcel", schema = "proof")
class Parcel {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "wish_id")
    private @Nullable UUID wishId;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Column(name = "due")
    private @Nullable LocalDate due;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private @Nullable Parcel parent;

    protected Parcel() {
        // for JPA
    }

    Parcel(UUID id, @Nullable UUID wishId, @Nullable Parcel parent, @Nullable Instant sentAt, @Nullable LocalDate due) {
        this.id = id;
        this.wishId = wishId;
        this.parent = parent;
        this.sentAt = sentAt;
        this.due = due;
    }

    UUID id() {
        return id;
    }

    @Nullable
    UUID wishId() {
        return wishId;
    }

    @Nullable
    Parcel parent() {
        return parent;
    }

    @Nullable
    Instant sentAt() {
        return sentAt;
    }

    @Nullable
    LocalDate due() {
        return due;
    }

    void wish(@Nullable UUID wish) {
        this.wishId = wish;
    }
}
