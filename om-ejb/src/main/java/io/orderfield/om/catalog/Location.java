package io.orderfield.om.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an account wants work done. */
@Entity
@Table(name = "location", schema = "om")
public class Location extends CustomerRecord<LocationCorrection, LocationView> {
    public static final String WHAT = "location";

    @Column(name = "account")
    private String account;

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

    protected Location() {
        // for JPA
    }

    public Location(String number, NewLocation data, String by, Instant at) {
        super(number, data.name(), data.externalCode(), by, at);
        this.account = data.account();
        this.street = data.street();
        this.postalCode = data.postalCode();
        this.city = data.city();
        this.region = data.region();
        this.country = data.country();
        this.latitude = data.latitude();
        this.longitude = data.longitude();
        this.timeZone = data.timeZone();
        this.accessNotes = data.accessNotes();
    }

    @Override
    String what() {
        return WHAT;
    }

    @Override
    public void correct(LocationCorrection correction, Corrections corrections) {
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
    }

    @Override
    public String belongsTo() {
        return account;
    }

    @Override
    LocationView view() {
        return new LocationView(
                number(),
                account,
                name(),
                street,
                postalCode,
                city,
                region,
                country,
                latitude,
                longitude,
                timeZone,
                accessNotes,
                externalCode(),
                isActive(),
                version(),
                updatedAt(),
                updatedBy());
    }
}
