package io.orderfield.web.health;

import io.orderfield.om.policy.PolicyService;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.jspecify.annotations.Nullable;

/**
 * A version of the work order policy is published, read and compiled: without it no order can be approved. As it is asked on
 * every node, and often, it is also what has a version that waits for its time compiled here before that comes.
 */
@Startup
@Readiness
@ApplicationScoped
public class PolicyCheck implements HealthCheck {
    private static final String NAME = "policy";

    @Inject
    PolicyService policies;

    @Resource
    ManagedExecutorService executor;

    private @Nullable Future<?> preparing;

    @Override
    public HealthCheckResponse call() {
        try {
            policies.current();
            prepare();
            return HealthCheckResponse.up(NAME);
        } catch (RuntimeException e) {
            return HealthCheckResponse.down(NAME); // whatever it is, approvals can't be served
        }
    }

    /** In another thread, since a large table takes longer than one waits for an answer, and never twice at a time. */
    private synchronized void prepare() {
        if (preparing == null || preparing.isDone()) {
            preparing = executor.submit(policies::prepare);
        }
    }
}
