package io.orderfield.om.fallout;

import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Versioned;
import java.time.Instant;
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
 * @param text what happened and what to do
 * @param state OPEN, IN_PROGRESS or RESOLVED
 * @param owner user name of who takes care of it
 * @param resolution what was done
 * @param retryable whether what failed can be tried again
 * @param version rises with every change
 */
public record FalloutView(
        String number,
        String cause,
        String record,
        @Nullable String customerOrder,
        @Nullable String lineItem,
        @Nullable String domainOrder,
        Sentence text,
        String state,
        @Nullable String owner,
        Instant createdAt,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable Sentence resolution,
        boolean retryable,
        long version)
        implements Versioned {
    /** Whether it still needs somebody. */
    public boolean open() {
        return resolvedAt == null;
    }
}
