package io.orderfield.web.customerorder;

import io.orderfield.om.customerorder.InflightChangeView;
import io.orderfield.web.api.Change;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change of a line item whose order is in progress.
 *
 * @param number such as CHG0001001
 * @param state REQUESTED, APPLIED, REFUSED or WITHDRAWN
 * @param itemVersion the item's version that the change made
 * @param differences old and new value per field
 */
@Schema(name = "InflightChange")
public record InflightChangeRecord(
        String number,
        String state,
        String requestedBy,
        Instant requestedAt,
        int itemVersion,
        List<Change> differences) {

    static @Nullable InflightChangeRecord ofNullable(@Nullable InflightChangeView view) {
        return view == null ? null : of(view);
    }

    static InflightChangeRecord of(InflightChangeView view) {
        return new InflightChangeRecord(
                view.number(),
                view.state(),
                view.requestedBy(),
                view.requestedAt(),
                view.itemVersion(),
                Change.of(view.differences()));
    }
}
