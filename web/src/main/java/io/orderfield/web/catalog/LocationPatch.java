package io.orderfield.web.catalog;

import io.orderfield.om.catalog.LocationCorrection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to correct; what is left out stays, empty text clears an optional field.
 *
 * @param withoutCoordinates true takes latitude and longitude away
 */
@Schema(name = "LocationPatch")
public record LocationPatch(
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

    LocationCorrection command() {
        return new LocationCorrection(
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
                externalCode,
                withoutCoordinates);
    }
}
