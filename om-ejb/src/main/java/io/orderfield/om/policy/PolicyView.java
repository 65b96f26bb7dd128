package io.orderfield.om.policy;

import io.orderfield.kernel.Tagged;
import java.time.Instant;
import java.util.List;

/** A published version of the work order policy with its rows. */
public record PolicyView(int version, Instant publishedAt, String publishedBy, List<PolicyRowView> rows)
        implements Tagged {
    @Override
    public String etag() {
        return Integer.toString(version);
    }
}
