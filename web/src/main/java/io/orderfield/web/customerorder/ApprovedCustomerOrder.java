package io.orderfield.web.customerorder;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.orderfield.kernel.Tagged;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.ordering.CustomerOrderView;
import java.util.List;

/**
 * An approved order.
 *
 * @param order what the answer says first
 * @param domainOrders what its items were decomposed into
 */
public record ApprovedCustomerOrder(@JsonUnwrapped CustomerOrderView order, List<DomainOrderView> domainOrders)
        implements Tagged {
    @Override
    public String etag() {
        return order.etag();
    }
}
