package io.orderfield.web.domainorder;

import io.orderfield.om.domainorder.NotClosed;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A domain order that could not be closed, and why.
 *
 * @param number its number
 * @param code stable code of the refusal, such as {@code open-work-orders}
 * @param message the refusal in words
 * @param blockers what stands against it; empty when it is something else
 */
@Schema(name = "NotClosed")
public record NotClosedRecord(String number, String code, String message, List<BlockerRecord> blockers) {

    public static NotClosedRecord of(NotClosed view) {
        return new NotClosedRecord(
                view.number(),
                view.code(),
                view.message(),
                view.blockers().stream().map(BlockerRecord::of).toList());
    }
}
