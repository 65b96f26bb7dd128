package io.orderfield.messaging.contract;

/**
 * Where the work is done.
 *
 * @param number location number, such as LOC0001001
 * @param name the location's name
 * @param street street and house number
 * @param postalCode postal code
 * @param city city
 * @param region region (dispatching looks for technicians of this region)
 * @param country ISO 3166-1 alpha-2 code
 * @param latitude degrees north, or null when unknown
 * @param longitude degrees east, or null when unknown
 * @param timeZone IANA time zone; the dates of the order are local to it
 * @param accessNotes how to get in, or null
 */
public record ServiceLocation(
        String number,
        String name,
        String street,
        String postalCode,
        String city,
        String region,
        String country,
        Double latitude,
        Double longitude,
        String timeZone,
        String accessNotes) {}
