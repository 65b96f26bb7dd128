package io.orderfield.om.catalog;

import org.jspecify.annotations.Nullable;

/** A location to create; the fields are those of {@link LocationView}. */
public record NewLocation(
        String account,
        String name,
        String street,
        String postalCode,
        String city,
        String region,
        String country,
        @Nullable Double latitude,
        @Nullable Double longitude,
        String timeZone,
        @Nullable String accessNotes,
        @Nullable String externalCode) {
    /** A location that no other system knows. */
    public NewLocation(
            String account,
            String name,
            String street,
            String postalCode,
            String city,
            String region,
            String country,
            @Nullable Double latitude,
            @Nullable Double longitude,
            String timeZone,
            @Nullable String accessNotes) {
        this(
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
                null);
    }
}
