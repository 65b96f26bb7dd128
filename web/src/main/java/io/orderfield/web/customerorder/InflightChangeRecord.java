package io.orderfield.web.customerorder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.orderfield.om.customerorder.InflightChangeView;
import io.orderfield.web.api.Change;
import io.orderfield.web.api.Tagged;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change of an order in progress: of one of its line items, or an item more or less.
 *
 * @param number such as CHG0001001
 * @param kind REVISION, ADDITION or CANCELLATION
 * @param state REQUESTED, APPLIED, REFUSED or WITHDRAWN
 * @param baseVersion the item's version that it was asked against
 * @param requestReason why it was asked for, null where nobody had to say it
 * @param itemVersion the item's version that the change made, null unless APPLIED and for a cancellation
 * @param decidedBy who approved, refused or withdrew it; null while REQUESTED
 * @param reason why it was refused
 * @param differences old and new value per field; of an addition everything that the item says, of a cancellation the
 *     item's state
 */
@Schema(name = "InflightChange")
public record InflightChangeRecord(
        String number,
        String lineItem,
        String customerOrder,
        String kind,
        String state,
        String requestedBy,
        Instant requestedAt,
        @Nullable String requestReason,
        int baseVersion,
        @Nullable Integer itemVersion,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @JsonIgnore @Schema(hidden = true) long revision,
        List<Change> differences)
        implements Tagged {

    static @Nullable InflightChangeRecord ofNullable(@Nullable InflightChangeView view) {
        return view == null ? null : of(view);
    }

    static InflightChangeRecord of(InflightChangeView view) {
        return new InflightChangeRecord(
                view.number(),
                view.lineItem(),
                view.customerOrder(),
                view.kind().name(),
                view.state(),
                view.requestedBy(),
                view.requestedAt(),
                view.requestReason(),
                view.baseVersion(),
                view.itemVersion(),
                view.decidedBy(),
                view.decidedAt(),
                view.reason(),
                view.revision(),
                Change.of(view.differences()));
    }

    @Override
    public String tag() {
        return Long.toString(revision);
    }
}
