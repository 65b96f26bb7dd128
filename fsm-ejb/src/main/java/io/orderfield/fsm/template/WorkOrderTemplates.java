package io.orderfield.fsm.template;

import java.util.List;
import java.util.Optional;

/** Where work order templates are kept; changes of them are published with the same transaction. */
public interface WorkOrderTemplates {
    /** The template with this code, inactive ones too. */
    Optional<WorkOrderTemplateView> find(String code);

    /** All templates by code. */
    List<WorkOrderTemplateView> all();

    /** Adds a template. */
    void add(WorkOrderTemplateView definition);

    /** Takes a template out of use; nothing happens when it is unknown or out of use already. */
    void retire(String code);

    /** Publishes what Order Management has not been told yet; returns how many. */
    int publishPending();
}
