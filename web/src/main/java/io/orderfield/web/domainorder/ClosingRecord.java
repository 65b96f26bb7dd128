package io.orderfield.web.domainorder;

import io.orderfield.om.domainorder.ClosingResult;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What closing all that can be closed has done.
 *
 * @param closed numbers of the domain orders that it closed, bottom-up
 * @param notClosed those that it could not close, each with why
 */
@Schema(name = "Closing")
public record ClosingRecord(List<String> closed, List<NotClosedRecord> notClosed) {

    public static ClosingRecord of(ClosingResult view) {
        return new ClosingRecord(
                view.closed(),
                view.notClosed().stream().map(NotClosedRecord::of).toList());
    }
}
