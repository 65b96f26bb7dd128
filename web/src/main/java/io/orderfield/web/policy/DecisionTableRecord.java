package io.orderfield.web.policy;

import io.orderfield.om.policy.PolicyView;
import io.orderfield.web.api.Tagged;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A published version of the decision table; it never changes. */
@Schema(name = "DecisionTable")
public record DecisionTableRecord(int version, Instant publishedAt, String publishedBy, List<RowRecord> rows)
        implements Tagged {

    static DecisionTableRecord of(PolicyView view) {
        return new DecisionTableRecord(
                view.version(),
                view.publishedAt(),
                view.publishedBy(),
                view.rows().stream().map(RowRecord::of).toList());
    }

    @Override
    public String tag() {
        return Integer.toString(version);
    }
}
