package io.orderfield.om.catalog;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.contract.FieldChange;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer: who orders, and whose contacts and locations an order names. It is corrected or retired, never deleted. */
@Entity
@Table(name = "account", schema = "om")
class Account implements CustomerRecord {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "number")
    private String number;

    @Column(name = "name")
    private String name;

    @Column(name = "segment")
    private @Nullable String segment;

    @Column(name = "external_code")
    private @Nullable String externalCode;

    @Column(name = "active")
    private boolean active;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private String updatedBy;

    protected Account() {
        // for JPA
    }

    Account(String number, NewAccount data, String by, Instant at) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.number = number;
        this.name = data.name();
        this.segment = data.segment();
        this.externalCode = data.externalCode();
        this.active = true;
        this.updatedAt = at;
        this.updatedBy = by;
    }

    List<FieldChange> correct(AccountCorrection correction, String by, Instant at) {
        Corrections corrections = new Corrections("account");
        name = corrections.required("name", name, correction.name());
        segment = corrections.optional("segment", segment, correction.segment());
        externalCode = corrections.optional("externalCode", externalCode, correction.externalCode());
        active = corrections.required("active", active, correction.active());
        if (!corrections.changes().isEmpty()) {
            updatedAt = at;
            updatedBy = by;
        }
        return corrections.changes();
    }

    @Override
    public String number() {
        return number;
    }

    @Override
    public @Nullable String externalCode() {
        return externalCode;
    }

    @Override
    public @Nullable String belongsTo() {
        return null;
    }

    @Override
    public boolean isActive() {
        return active;
    }

    long version() {
        return version;
    }

    AccountView view() {
        return new AccountView(number, name, segment, externalCode, active, version, updatedAt, updatedBy);
    }
}
