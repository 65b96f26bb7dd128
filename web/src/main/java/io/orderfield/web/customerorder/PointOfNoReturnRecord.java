package io.orderfield.web.customerorder;

import io.orderfield.om.customerorder.PointOfNoReturnView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who set the point of no return, when and why. */
@Schema(name = "PointOfNoReturn")
public record PointOfNoReturnRecord(
        String by, Instant at, @Nullable String reason) {

    static @Nullable PointOfNoReturnRecord ofNullable(@Nullable PointOfNoReturnView view) {
        return view == null ? null : of(view);
    }

    static PointOfNoReturnRecord of(PointOfNoReturnView view) {
        return new PointOfNoReturnRecord(view.by(), view.at(), view.reason());
    }
}
