package io.orderfield.om.importing;

import io.orderfield.om.catalog.CatalogChecks;
import io.orderfield.om.catalog.Location;
import io.orderfield.om.catalog.LocationCorrection;
import io.orderfield.om.catalog.NewLocation;
import io.orderfield.om.number.NumberKind;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.function.Function;

/** Imports locations. */
final class LocationImport extends CustomerImport<Location, LocationCorrection> {
    LocationImport(EntityManager entityManager, boolean dryRun, String by, Instant at) {
        super(entityManager, Location.class, dryRun, by, at);
    }

    @Override
    String what() {
        return Location.WHAT;
    }

    @Override
    NumberKind numberKind() {
        return NumberKind.LOCATION;
    }

    @Override
    Function<String, Location> create(ImportRow row, String by, Instant at) {
        NewLocation valid = CatalogChecks.checked(
                new NewLocation(
                        account(row),
                        row.textOrEmpty("name"),
                        row.textOrEmpty("street"),
                        row.textOrEmpty("postalCode"),
                        row.textOrEmpty("city"),
                        row.textOrEmpty("region"),
                        row.textOrEmpty("country"),
                        row.degrees("latitude"),
                        row.degrees("longitude"),
                        row.textOrEmpty("timeZone"),
                        row.text("accessNotes"),
                        row.text("externalCode")),
                this::known);
        return number -> new Location(number, valid, by, at);
    }

    @Override
    LocationCorrection correction(ImportRow row) {
        return CatalogChecks.checked(new LocationCorrection(
                row.text("name"),
                row.text("street"),
                row.text("postalCode"),
                row.text("city"),
                row.text("region"),
                row.text("country"),
                row.degrees("latitude"),
                row.degrees("longitude"),
                row.text("timeZone"),
                row.text("accessNotes"),
                row.active(),
                row.text("externalCode"),
                null));
    }
}
