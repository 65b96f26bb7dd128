package io.orderfield.web.health;

import io.orderfield.om.messaging.SubscriptionWatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * How many subscriptions of outside applications are too far behind. Never down: the node serves well, a person has to look
 * at those.
 */
@Readiness
@ApplicationScoped
public class SubscriptionCheck implements HealthCheck {
    @Inject
    SubscriptionWatch subscriptions;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("subscriptions").up();
        SubscriptionWatch.Seen seen = subscriptions.seen();
        return seen == null
                ? answer.build()
                : answer.withData("behind", seen.behind().size()).build();
    }
}
