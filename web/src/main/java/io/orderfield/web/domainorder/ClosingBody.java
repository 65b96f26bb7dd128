package io.orderfield.web.domainorder;

import io.orderfield.om.closing.ClosingDecision;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How to close.
 *
 * @param acknowledgeIncomplete true to close in spite of work that was not completed
 * @param reason why; needed where work was not completed
 */
@Schema(name = "ClosingRequest")
public record ClosingBody(
        @Nullable Boolean acknowledgeIncomplete, @Nullable String reason) {
    /** A body that may be missing altogether. */
    public static ClosingBody orEmpty(@Nullable ClosingBody body) {
        return body == null ? new ClosingBody(null, null) : body;
    }

    /** What the caller says: incomplete work is accepted by who says so alone. */
    public ClosingDecision decision() {
        return new ClosingDecision(Boolean.TRUE.equals(acknowledgeIncomplete), reason);
    }
}
