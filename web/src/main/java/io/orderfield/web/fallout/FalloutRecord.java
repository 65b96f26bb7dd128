package io.orderfield.web.fallout;

import io.orderfield.om.fallout.FalloutView;
import io.orderfield.web.api.Tagged;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs a person.
 *
 * @param number such as FO0001001
 * @param cause stable code of the cause, such as {@code creation-refused}
 * @param record number of the record that it is about
 * @param customerOrder number of the customer order, null where it is about none
 * @param lineItem number of the order line item, null where it is about none
 * @param domainOrder number of the domain order, null where it is about none
 * @param text what happened and what to do, in words
 * @param state OPEN, IN_PROGRESS or RESOLVED
 * @param owner user name of who takes care of it
 * @param resolution what was done
 * @param retryable whether what failed can be tried again
 * @param version rises with every change
 */
@Schema(name = "Fallout")
public record FalloutRecord(
        String number,
        String cause,
        String record,
        @Nullable String customerOrder,
        @Nullable String lineItem,
        @Nullable String domainOrder,
        String text,
        String state,
        @Nullable String owner,
        Instant createdAt,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable String resolution,
        boolean retryable,
        long version)
        implements Tagged {

    static FalloutRecord of(FalloutView view) {
        return new FalloutRecord(
                view.number(),
                view.cause(),
                view.record(),
                view.customerOrder(),
                view.lineItem(),
                view.domainOrder(),
                view.text(),
                view.state(),
                view.owner(),
                view.createdAt(),
                view.resolvedBy(),
                view.resolvedAt(),
                view.resolution(),
                view.retryable(),
                view.version());
    }

    @Override
    public String tag() {
        return Long.toString(version);
    }
}
