package io.orderfield.om.domainorder;

import io.orderfield.kernel.Sentence;
import io.orderfield.om.fallout.NewFallout;
import org.jspecify.annotations.Nullable;

/** Fallouts about domain orders and their work orders. */
public final class DomainOrderFallouts {
    private DomainOrderFallouts() {}

    /** About the work order: known by its number, or by its domain order's while it has none. */
    public static NewFallout about(String cause, DomainOrder order, WorkOrderLink link, Sentence text) {
        return about(cause, order, link, link.number() == null ? order.number() : link.number(), text);
    }

    /** About another record that belongs to the domain order; nothing to try again. */
    public static NewFallout about(String cause, DomainOrder order, String record, Sentence text) {
        return about(cause, order, null, record, text);
    }

    private static NewFallout about(
            String cause, DomainOrder order, @Nullable WorkOrderLink link, String record, Sentence text) {
        return new NewFallout(
                cause,
                record,
                order.customerOrder(),
                order.lineItem(),
                order.number(),
                link == null ? null : link.key(),
                text);
    }
}
