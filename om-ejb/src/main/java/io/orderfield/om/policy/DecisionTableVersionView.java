package io.orderfield.om.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a decision table, without its rows.
 *
 * @param publishedAt when somebody published it
 * @param authors user names of who wrote its draft
 * @param reason what was said when it was published; null for one that came with Orderfield
 * @param warnings what was said of warnings and red test cases then, null for nothing
 * @param basedOn the version whose rows its draft began with; null for one that came with Orderfield
 * @param effectiveAt from when on it decides, or was to decide
 * @param lateFrom from when on it really decided, where no server ran at its moment; null where one did
 * @param rows how many rows it has
 */
public record DecisionTableVersionView(
        int version,
        TableVersionState state,
        Instant publishedAt,
        String publishedBy,
        List<String> authors,
        @Nullable String reason,
        @Nullable String warnings,
        @Nullable Integer basedOn,
        Instant effectiveAt,
        @Nullable Instant lateFrom,
        int rows) {}
