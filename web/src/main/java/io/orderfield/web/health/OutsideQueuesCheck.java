package io.orderfield.web.health;

import io.orderfield.om.messaging.OutsideQueueWatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Which queues of outside applications are not worked off. Never down: whatever they have sent, people and the two sides are
 * served; a person has to look at it.
 */
@Readiness
@ApplicationScoped
public class OutsideQueuesCheck implements HealthCheck {
    @Inject
    OutsideQueueWatch queues;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("outside-queues").up();
        List<String> stuck = queues.stuck();
        return stuck == null
                ? answer.build()
                : answer.withData("stuck", stuck.size())
                        .withData("queues", String.join(", ", stuck))
                        .build();
    }
}
