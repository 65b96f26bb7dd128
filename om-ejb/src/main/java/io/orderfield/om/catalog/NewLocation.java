package io.orderfield.om.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A location to create, with the fields of {@link LocationView}; what was left out is as wrong as what is blank. */
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
    public NewLocation {
        account = Objects.requireNonNullElse(account, "");
        name = Objects.requireNonNullElse(name, "");
        street = Objects.requireNonNullElse(street, "");
        postalCode = Objects.requireNonNullElse(postalCode, "");
        city = Objects.requireNonNullElse(city, "");
        region = Objects.requireNonNullElse(region, "");
        country = Objects.requireNonNullElse(country, "");
        timeZone = Objects.requireNonNullElse(timeZone, "");
    }
}
