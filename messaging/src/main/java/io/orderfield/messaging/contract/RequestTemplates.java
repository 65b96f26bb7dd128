package io.orderfield.messaging.contract;

import java.util.List;

/**
 * Asks for work order templates as they are now. Order Management sends it when a message about one was thrown away, and with
 * each reconciliation. Field Service answers with WorkOrderTemplatePublished for each template that it has; one that it does
 * not know is left out.
 *
 * @param codes of these templates; empty for all of them
 */
public record RequestTemplates(List<String> codes) {
    public RequestTemplates {
        codes = codes == null ? List.of() : List.copyOf(codes);
    }
}
