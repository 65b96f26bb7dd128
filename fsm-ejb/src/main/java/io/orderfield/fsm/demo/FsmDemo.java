package io.orderfield.fsm.demo;

import io.orderfield.fsm.dispatch.Technicians;
import io.orderfield.fsm.template.WorkOrderTemplates;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** With DEMO_ENABLED=true: creates the templates and technicians that are not there yet. At a restart nothing is added. */
@Singleton
@Startup
@PermitAll
@DependsOn({"FsmSchema", "FsmSide"})
public class FsmDemo {
    @Inject
    private WorkOrderTemplates templates;

    @Inject
    private Technicians technicians;

    @Inject
    @ConfigProperty(name = "DEMO_ENABLED", defaultValue = "false")
    private boolean enabled;

    @PostConstruct
    void create() {
        if (enabled) {
            DemoTemplates.all().stream()
                    .filter(t -> templates.find(t.code()).isEmpty())
                    .forEach(templates::add);
            DemoTechnicians.all().stream()
                    .filter(t -> technicians.find(t.username()).isEmpty())
                    .forEach(technicians::add);
        }
    }
}
