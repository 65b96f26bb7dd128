package io.orderfield.web.customerorder;

import io.orderfield.om.customerorder.LineItemVersionView;
import io.orderfield.web.api.Change;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One version of a line item.
 *
 * @param version 1 from the approval, one more per applied change
 * @param inflightChange number of the change that made it; null for version 1
 * @param by who made it: who approved the order, changed the item or approved its change
 * @param requestedBy who asked for the change
 * @param differences old and new value per field; empty for version 1
 */
@Schema(name = "LineItemVersion")
public record LineItemVersionRecord(
        int version,
        @Nullable String inflightChange,
        String by,
        Instant at,
        @Nullable String requestedBy,
        List<Change> differences) {

    static LineItemVersionRecord of(LineItemVersionView view) {
        return new LineItemVersionRecord(
                view.version(),
                view.inflightChange(),
                view.by(),
                view.at(),
                view.requestedBy(),
                Change.of(view.differences()));
    }
}
