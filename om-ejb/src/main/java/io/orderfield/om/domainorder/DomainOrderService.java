package io.orderfield.om.domainorder;

import io.orderfield.om.customerorder.LineItemRevision;
import jakarta.ejb.Stateless;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads domain orders, previews changes, creates work orders by hand. */
@Stateless
public class DomainOrderService {
    public DomainOrderView find(String number) {
        throw new UnsupportedOperationException("under construction");
    }

    public List<DomainOrderSummary> list(DomainOrderFilter filter, int first, int max) {
        throw new UnsupportedOperationException("under construction");
    }

    public long count(DomainOrderFilter filter) {
        throw new UnsupportedOperationException("under construction");
    }

    public List<DomainOrderView> ofCustomerOrder(String orderNumber) {
        throw new UnsupportedOperationException("under construction");
    }

    public ImpactView impact(String lineItem, LineItemRevision revision) {
        throw new UnsupportedOperationException("under construction");
    }

    public DomainOrderView createWorkOrder(
            String number, String template, @Nullable String reason, @Nullable Long expectedVersion) {
        throw new UnsupportedOperationException("under construction");
    }
}
