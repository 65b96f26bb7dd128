package io.orderfield.om.fallout;

import io.orderfield.kernel.Sentence;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs a person, to be raised.
 *
 * @param cause stable code, lower case with hyphens, such as {@code cancellation-refused}
 * @param record number of the record that it is about, at most 40 characters
 * @param customerOrder number of the customer order that it belongs to, or null
 * @param lineItem number of the order line item, or null
 * @param domainOrder number of the domain order, or null
 * @param subject what can be tried again: key of the work order, id of the message; null where nothing can
 * @param text what happened and what to do
 */
public record NewFallout(
        String cause,
        String record,
        @Nullable String customerOrder,
        @Nullable String lineItem,
        @Nullable String domainOrder,
        @Nullable UUID subject,
        Sentence text) {}
