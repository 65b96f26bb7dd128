package io.orderfield.web.health;

import io.orderfield.om.messaging.QueueDepths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** How many messages nobody could work off. Never down: the node serves well, a person has to look at those. */
@Readiness
@ApplicationScoped
public class DeadLetterCheck implements HealthCheck {
    @Inject
    QueueDepths queues;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("dead-letters").up();
        QueueDepths.Depths depths = queues.depths();
        return depths == null
                ? answer.build()
                : answer.withData("count", depths.deadLetters()).build();
    }
}
