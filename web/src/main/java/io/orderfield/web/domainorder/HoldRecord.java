package io.orderfield.web.domainorder;

import io.orderfield.om.domainorder.HoldView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What holds a domain order. Each hold is ended by its own resumption.
 *
 * @param withOrder whether its customer order is on hold
 * @param by who put the domain order itself on hold, null when nobody did
 */
@Schema(name = "Hold")
public record HoldRecord(
        boolean withOrder,
        @Nullable String by,
        @Nullable Instant at,
        @Nullable String reason) {

    static @Nullable HoldRecord ofNullable(@Nullable HoldView view) {
        return view == null ? null : new HoldRecord(view.withOrder(), view.by(), view.at(), view.reason());
    }
}
