package io.orderfield.om.catalog;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.contract.FieldChange;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What accounts, contacts and locations have in common: the data of a customer that is corrected or retired, never deleted.
 *
 * @param <C> what corrects it
 * @param <V> how it is shown
 */
@MappedSuperclass
public abstract class CustomerRecord<C extends CustomerCorrection, V> {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "number")
    private String number;

    @Column(name = "name")
    private String name;

    @Column(name = "external_code")
    private @Nullable String externalCode;

    @Column(name = "active")
    private boolean active;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private String updatedBy;

    protected CustomerRecord() {
        // for JPA
    }

    CustomerRecord(String number, String name, @Nullable String externalCode, String by, Instant at) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.number = number;
        this.name = name;
        this.externalCode = externalCode;
        this.active = true;
        this.updatedAt = at;
        this.updatedBy = by;
    }

    /** The kind in words, which is how its fields are called too: {@code contact.phone}. */
    abstract String what();

    /** Number of the account that it belongs to; null for an account itself. */
    @Nullable
    public abstract String belongsTo();

    abstract V view();

    /** Corrects what this kind has beside the rest. */
    public abstract void correct(C correction, Corrections corrections);

    /** What the correction really changes. */
    public final List<FieldChange> correct(C correction, String by, Instant at) {
        Corrections corrections = new Corrections(what());
        name = corrections.required("name", name, correction.name());
        correct(correction, corrections);
        externalCode = corrections.optional("externalCode", externalCode, correction.externalCode());
        active = corrections.required("active", active, correction.active());
        if (!corrections.changes().isEmpty()) {
            updatedAt = at;
            updatedBy = by;
        }
        return corrections.changes();
    }

    /** Takes a record out of use before anybody saw it. */
    public final void startRetired() {
        active = false;
    }

    public final String number() {
        return number;
    }

    final String name() {
        return name;
    }

    /** The key under which another system knows it; null where none does. */
    @Nullable
    public final String externalCode() {
        return externalCode;
    }

    /** Whether it may be chosen for new orders. */
    public final boolean isActive() {
        return active;
    }

    final long version() {
        return version;
    }

    final Instant updatedAt() {
        return updatedAt;
    }

    final String updatedBy() {
        return updatedBy;
    }
}
