package io.orderfield.om.domainorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A domain order as a line of a list.
 *
 * @param openWorkOrders how many of its work orders stand against closing
 * @param workOrders how many it has in all
 * @param parent number of the domain order that it is a part of, null at the top
 */
public record DomainOrderSummary(
        String number,
        String type,
        String state,
        String customerOrder,
        String lineItem,
        String accountName,
        String specification,
        String specificationName,
        String locationName,
        int openWorkOrders,
        int workOrders,
        boolean pastPointOfNoReturn,
        boolean onHold,
        Instant updatedAt,
        @Nullable String parent) {}
