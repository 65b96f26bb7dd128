package io.orderfield.fsm.workorder;

import io.orderfield.messaging.contract.WorkOrderOrigin;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where the work order comes from: numbers of Order Management, which mean nothing here but are shown and sent back. */
@Embeddable
public class Origin {
    @Column(name = "customer_order")
    private String customerOrder;

    @Column(name = "line_item")
    private String lineItem;

    @Column(name = "item_version")
    private int itemVersion;

    @Column(name = "domain_order")
    private String domainOrder;

    protected Origin() {
        // for JPA
    }

    Origin(WorkOrderOrigin origin) {
        this.customerOrder = origin.customerOrder();
        this.lineItem = origin.lineItem();
        this.itemVersion = origin.itemVersion();
        this.domainOrder = origin.domainOrder();
    }

    public String customerOrder() {
        return customerOrder;
    }

    String lineItem() {
        return lineItem;
    }

    int itemVersion() {
        return itemVersion;
    }

    public String domainOrder() {
        return domainOrder;
    }

    public WorkOrderOrigin message() {
        return new WorkOrderOrigin(customerOrder, lineItem, itemVersion, domainOrder);
    }
}
