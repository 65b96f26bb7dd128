package io.orderfield.web.domainorder;

import io.orderfield.om.domainorder.DomainOrderSummary;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A domain order as lists show it.
 *
 * @param openWorkOrders how many of its work orders stand against closing
 * @param workOrders how many it has in all
 * @param parent number of the domain order that it is a part of, null at the top
 */
@Schema(name = "DomainOrderListed")
public record DomainOrderListed(
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
        @Nullable String parent) {

    static DomainOrderListed of(DomainOrderSummary view) {
        return new DomainOrderListed(
                view.number(),
                view.type(),
                view.state(),
                view.customerOrder(),
                view.lineItem(),
                view.accountName(),
                view.specification(),
                view.specificationName(),
                view.locationName(),
                view.openWorkOrders(),
                view.workOrders(),
                view.pastPointOfNoReturn(),
                view.onHold(),
                view.updatedAt(),
                view.parent());
    }
}
