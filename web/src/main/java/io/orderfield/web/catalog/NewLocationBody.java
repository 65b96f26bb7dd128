package io.orderfield.web.catalog;

import static io.orderfield.web.api.Bodies.text;

import io.orderfield.om.catalog.NewLocation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A location to create. */
@Schema(name = "NewLocation")
public record NewLocationBody(
        @Nullable String account,
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
        @Nullable String externalCode) {

    NewLocation command() {
        return new NewLocation(
                text(account),
                text(name),
                text(street),
                text(postalCode),
                text(city),
                text(region),
                text(country),
                latitude,
                longitude,
                text(timeZone),
                accessNotes,
                externalCode);
    }
}
