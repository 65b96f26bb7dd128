package io.orderfield.fsm.template;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Publishes at start what Order Management has not been told yet. */
@Singleton
@Startup
@PermitAll
@DependsOn({"FsmSchema", "FsmSide"})
public class TemplatePublisher {
    @Inject
    private WorkOrderTemplates templates;

    @PostConstruct
    void publish() {
        templates.publishPending();
    }
}
