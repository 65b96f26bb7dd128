package io.orderfield.web.domainorder;

import io.orderfield.messaging.right.Right;
import io.orderfield.om.domainorder.DomainOrderService;
import io.orderfield.om.domainorder.WorkOrderAttachmentView;
import io.orderfield.web.ui.Me;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Photos and documents of a domain order's work, for its page; read once a request. A reader who sees no work orders, such as
 * a partner, would get none of the content and is shown none.
 */
@Named("domainOrderAttachments")
@RequestScoped
public class DomainOrderAttachments {
    /** The oldest so many are shown; the API pages through all. */
    private static final int MOST = 200;

    @Inject
    DomainOrderService orders;

    @Inject
    Me me;

    private final Map<String, List<WorkOrderAttachmentView>> byNumber = new HashMap<>();

    public List<WorkOrderAttachmentView> of(String domainOrder) {
        return me.may(Right.READ_WORK_ORDERS)
                ? byNumber.computeIfAbsent(domainOrder, number -> orders.attachments(number, 0, MOST))
                : List.of();
    }
}
