package io.orderfield.fsm.workorder;

import io.orderfield.fsm.dispatch.GeoPoint;
import io.orderfield.messaging.contract.ServiceLocation;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Where the work is done; owned by Order Management. */
@Embeddable
public class Site {
    @Column(name = "location")
    private String location;

    @Column(name = "location_name")
    private String locationName;

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

    protected Site() {
        // for JPA
    }

    Site(ServiceLocation from) {
        this.location = from.number();
        this.locationName = from.name();
        this.street = orEmpty(from.street());
        this.postalCode = orEmpty(from.postalCode());
        this.city = orEmpty(from.city());
        this.region = orEmpty(from.region());
        this.country = orEmpty(from.country());
        this.latitude = from.latitude();
        this.longitude = from.longitude();
        this.timeZone = from.timeZone();
        this.accessNotes = from.accessNotes();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    String location() {
        return location;
    }

    public String locationName() {
        return locationName;
    }

    String street() {
        return street;
    }

    String postalCode() {
        return postalCode;
    }

    public String city() {
        return city;
    }

    public String region() {
        return region;
    }

    String country() {
        return country;
    }

    /** Where it is exactly; null when Order Management doesn't know. */
    @Nullable
    public GeoPoint point() {
        return GeoPoint.of(latitude, longitude);
    }

    public String timeZone() {
        return timeZone;
    }

    @Nullable
    String accessNotes() {
        return accessNotes;
    }

    void compare(Site next, FieldChanges.Collector differences) {
        differences
                .compare("location.number", location, next.location)
                .compare("location.name", locationName, next.locationName)
                .compare("location.street", street, next.street)
                .compare("location.postalCode", postalCode, next.postalCode)
                .compare("location.city", city, next.city)
                .compare("location.region", region, next.region)
                .compare("location.country", country, next.country)
                .compare("location.latitude", latitude, next.latitude)
                .compare("location.longitude", longitude, next.longitude)
                .compare("location.timeZone", timeZone, next.timeZone)
                .compare("location.accessNotes", accessNotes, next.accessNotes);
    }
}
