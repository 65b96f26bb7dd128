package io.orderfield.messaging.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A line item that a partner orders; with {@code locations} it becomes one item for each of them.
 *
 * @param action add, change or disconnect
 * @param specification code of a product specification
 * @param location number of a location of the account, or null when {@code locations} is given
 * @param locations numbers of several locations instead of one, or null
 * @param quantity 1 to 9,999; 1 when null
 * @param characteristics values by name: text, number or true and false; or null
 * @param contact number of a contact of the account; the order's when null, as are the next three
 * @param priority 1 (critical) to 4 (low), or null
 * @param requestedDate local date at the location, or null
 * @param specialInstructions at most 4,000 characters, or null
 */
public record PartnerLineItem(
        String action,
        String specification,
        String location,
        List<String> locations,
        Integer quantity,
        Map<String, Object> characteristics,
        String contact,
        Integer priority,
        LocalDate requestedDate,
        String specialInstructions) {}
