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
        @Nullable Boolean withoutCoordinates)
        implements CustomerCorrection {
    /** A correction that takes a location into or out of use, and nothing else. */
    public static LocationCorrection ofUse(boolean active) {
        return new LocationCorrection(null, null, null, null, null, null, null, null, null, null, active, null, null);
    }
}
