package io.orderfield.web.health;

import io.orderfield.om.policy.PolicyService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** A version of the work order policy is published, read and compiled: without it no order can be approved. */
@Startup
@Readiness
@ApplicationScoped
public class PolicyCheck implements HealthCheck {
    private static final String NAME = "policy";

    @Inject
    PolicyService policies;

    @Override
    public HealthCheckResponse call() {
        try {
            policies.current();
            return HealthCheckResponse.up(NAME);
        } catch (RuntimeException e) {
            return HealthCheckResponse.down(NAME); // whatever it is, approvals can't be served
        }
    }
}
