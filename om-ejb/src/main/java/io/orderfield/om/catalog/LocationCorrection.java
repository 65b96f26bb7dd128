package io.orderfield.om.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A correction of a location; null leaves a field as it is, empty text clears an optional one.
 *
 * @param withoutCoordinates true takes latitude and longitude away
 */
public record LocationCorrection(
        @Nullable String name,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String region,
        @Nullable String country,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String timeZone,
        @Nullable String accessNotes,
        @Nullable Boolean active,
        @Nullable String externalCode,
        @Nullable Boolean withoutCoordinates) {
    /** A correction that leaves the external code as it is, and takes no coordinates away. */
    public LocationCorrection(
            @Nullable String name,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String region,
            @Nullable String country,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String timeZone,
            @Nullable String accessNotes,
            @Nullable Boolean active) {
        this(
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
                active,
                null,
                null);
    }
}
