package io.orderfield.web.domainorder;

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

    /** Whether the caller acknowledges incomplete work. */
    public boolean acknowledges() {
        return Boolean.TRUE.equals(acknowledgeIncomplete);
    }
}
