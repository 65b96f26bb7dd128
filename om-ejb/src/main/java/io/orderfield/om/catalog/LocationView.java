package io.orderfield.om.catalog;

import io.orderfield.kernel.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an account wants work done.
 *
 * @param number such as LOC0001001
 * @param account number of the account
 * @param region dispatching looks for technicians of this region
 * @param country ISO 3166-1 alpha-2 code
 * @param latitude degrees north, null when unknown
 * @param longitude degrees east, null when unknown
 * @param timeZone IANA time zone; the dates of orders are local to it
 * @param accessNotes how to get in
 * @param externalCode the key under which another system knows it, unique among its kind
 * @param updatedBy user name of who changed it last
 */
public record LocationView(
        String number,
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
        @Nullable String externalCode,
        boolean active,
        long version,
        Instant updatedAt,
        String updatedBy)
        implements Versioned {}
