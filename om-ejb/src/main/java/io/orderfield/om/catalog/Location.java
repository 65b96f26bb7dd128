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

/** Where an account wants work done. It is corrected or retired, never deleted. */
@Entity
@Table(name = "location", schema = "om")
class Location implements CustomerRecord {
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

    @Column(name = "street")
    private String street;

    @Column(name = "postal_code")
    private String postalCode;

    @Column(name = "city")
    private String city;

    @Column(name = "region")
    private String region;

    @Column(name = "country")
    private String country;

    @Column(name = "latitude")
    private @Nullable Double latitude;

    @Column(name = "longitude")
    private @Nullable Double longitude;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "access_notes")
    private @Nullable String accessNotes;

    @Column(name = "external_code")
    private @Nullable String externalCode;

    @Column(name = "active")
    private boolean active;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private String updatedBy;

    protected Location() {
        // for JPA
    }

    Location(String number, NewLocation data, String by, Instant at) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.number = number;
        this.account = data.account();
        this.name = data.name();
        this.street = data.street();
        this.postalCode = data.postalCode();
        this.city = data.city();
        this.region = data.region();
        this.country = data.country();
        this.latitude = data.latitude();
        this.longitude = data.longitude();
        this.timeZone = data.timeZone();
        this.accessNotes = data.accessNotes();
        this.externalCode = data.externalCode();
        this.active = true;
        this.updatedAt = at;
        this.updatedBy = by;
    }

    List<FieldChange> correct(LocationCorrection correction, String by, Instant at) {
        Corrections corrections = new Corrections("location");
        name = corrections.required("name", name, correction.name());
        street = corrections.required("street", street, correction.street());
        postalCode = corrections.required("postalCode", postalCode, correction.postalCode());
        city = corrections.required("city", city, correction.city());
        region = corrections.required("region", region, correction.region());
        country = corrections.required("country", country, correction.country());
        boolean nowhere = Boolean.TRUE.equals(correction.withoutCoordinates());
        latitude = corrections.optional("latitude", latitude, correction.latitude(), nowhere);
        longitude = corrections.optional("longitude", longitude, correction.longitude(), nowhere);
        timeZone = corrections.required("timeZone", timeZone, correction.timeZone());
        accessNotes = corrections.optional("accessNotes", accessNotes, correction.accessNotes());
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

    LocationView view() {
        return new LocationView(
                number,
                account,
                name,
                street,
                postalCode,
                city,
                region,
                country,
                latitude,
                longitude,
                timeZone,
                accessNotes,
                externalCode,
                active,
                version,
                updatedAt,
                updatedBy);
    }
}
