package io.orderfield.om.policy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A draft without its rows.
 *
 * @param basedOn the version whose rows it began with
 * @param replaces the version that decided then, which it is to replace
 * @param revision rises with every change
 * @param authors user names of everybody who wrote in it
 */
public record DraftSummary(
        UUID id,
        String table,
        int basedOn,
        int replaces,
        long revision,
        List<String> authors,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy) {}
