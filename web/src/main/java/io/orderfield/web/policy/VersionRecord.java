package io.orderfield.web.policy;

import io.orderfield.om.policy.PolicyVersionView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A published version of the decision table, without its rows. */
@Schema(name = "DecisionTableVersion")
public record VersionRecord(int version, Instant publishedAt, String publishedBy, int rows) {

    static VersionRecord of(PolicyVersionView view) {
        return new VersionRecord(view.version(), view.publishedAt(), view.publishedBy(), view.rows());
    }
}
