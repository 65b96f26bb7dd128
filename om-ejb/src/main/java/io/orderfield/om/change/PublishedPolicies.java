package io.orderfield.om.change;

import io.orderfield.om.policy.PolicyService;
import io.orderfield.rules.WorkOrderPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The versions that an administrator published. */
@ApplicationScoped
class PublishedPolicies implements Policies {
    @Inject
    private PolicyService service;

    @Override
    public WorkOrderPolicy current() {
        return service.current();
    }

    @Override
    public WorkOrderPolicy version(int version) {
        return service.version(version);
    }
}
