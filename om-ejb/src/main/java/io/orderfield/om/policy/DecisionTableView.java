package io.orderfield.om.policy;

import io.orderfield.kernel.Tagged;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a decision table with its rows.
 *
 * @param table the table's code
 * @param name as people call the table
 * @param publishedAt when somebody published it
 * @param authors user names of who wrote its draft
 * @param reason what was said when it was published; null for one that came with Orderfield
 * @param warnings what was said of warnings and red test cases then, null for nothing
 * @param basedOn the version whose rows its draft began with; null for one that came with Orderfield
 * @param effectiveAt from when on it decides
 * @param hitPolicy {@code COLLECT} or {@code FIRST}
 */
public record DecisionTableView(
        String table,
        String name,
        int version,
        TableVersionState state,
        Instant publishedAt,
        String publishedBy,
        List<String> authors,
        @Nullable String reason,
        @Nullable String warnings,
        @Nullable Integer basedOn,
        Instant effectiveAt,
        String hitPolicy,
        List<DecisionTableRowView> rows)
        implements Tagged {
    @Override
    public String etag() {
        return version + "-" + state;
    }
}
