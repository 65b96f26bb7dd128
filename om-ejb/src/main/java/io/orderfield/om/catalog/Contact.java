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

/** A person of an account: whom the technician calls. It is corrected or retired, never deleted. */
@Entity
@Table(name = "contact", schema = "om")
class Contact implements CustomerRecord {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "number")
    private String number;

    @Column(name = "account")
    private String account;

    @Column(name = "name")
    private String name;

    @Column(name = "phone")
    private @Nullable String phone;

    @Column(name = "email")
    private @Nullable String email;

    @Column(name = "external_code")
    private @Nullable String externalCode;

    @Column(name = "active")
    private boolean active;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private String updatedBy;

    protected Contact() {
        // for JPA
    }

    Contact(String number, NewContact data, String by, Instant at) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.number = number;
        this.account = data.account();
        this.name = data.name();
        this.phone = data.phone();
        this.email = data.email();
        this.externalCode = data.externalCode();
        this.active = true;
        this.updatedAt = at;
        this.updatedBy = by;
    }

    List<FieldChange> correct(ContactCorrection correction, String by, Instant at) {
        Corrections corrections = new Corrections("contact");
        name = corrections.required("name", name, correction.name());
        phone = corrections.optional("phone", phone, correction.phone());
        email = corrections.optional("email", email, correction.email());
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
    public String belongsTo() {
        return account;
    }

    @Override
    public boolean isActive() {
        return active;
    }

    long version() {
        return version;
    }

    ContactView view() {
        return new ContactView(
                number, account, name, phone, email, externalCode, active, version, updatedAt, updatedBy);
    }
}
