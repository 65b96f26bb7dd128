package io.orderfield.web.workorder;

import io.orderfield.fsm.attachment.AttachmentService;
import io.orderfield.fsm.attachment.AttachmentView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Photos and documents of a work order's tasks, for its page; read once a request. */
@Named("attachments")
@RequestScoped
public class Attachments {
    @Inject
    AttachmentService service;

    private final Map<String, List<AttachmentView>> byWorkOrder = new HashMap<>();

    /** Those of one task. */
    public List<AttachmentView> of(String workOrder, String task) {
        return byWorkOrder.computeIfAbsent(workOrder, service::ofWorkOrder).stream()
                .filter(a -> a.task().equals(task))
                .toList();
    }
}
