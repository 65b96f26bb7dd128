package io.orderfield.om.ordering;

import org.jspecify.annotations.Nullable;

/**
 * Who asked by message, and where the answer goes.
 *
 * @param user name of the user whom the broker validated
 * @param answers name of the queue that this user alone reads
 * @param correlation comes back with the answer, or null
 */
public record PartnerRequest(
        String user, String answers, @Nullable String correlation) {}
