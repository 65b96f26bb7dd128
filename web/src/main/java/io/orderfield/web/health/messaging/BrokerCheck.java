package io.orderfield.web.health.messaging;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * The broker answers within three seconds. A client of the broker waits much longer than that for one that is away, so the
 * question is asked in another thread, and never twice at a time.
 */
@Readiness
@ApplicationScoped
public class BrokerCheck implements HealthCheck {
    private static final int PATIENCE_SECONDS = 3;
    private static final String QUEUE = "om.work-order-events";

    @Resource(lookup = "jms/cf")
    ConnectionFactory connections;

    @Resource
    ManagedExecutorService executor;

    private @Nullable Future<Boolean> asking;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker").status(answers()).build();
    }

    private synchronized boolean answers() {
        Future<Boolean> answer = asking == null ? executor.submit(this::ask) : asking;
        asking = answer;
        try {
            boolean up = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            asking = null;
            return up;
        } catch (TimeoutException e) {
            return false; // it is still being asked; the next check looks at that answer
        } catch (ExecutionException e) {
            asking = null;
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean ask() throws JMSException {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            session.createBrowser(session.createQueue(QUEUE)).getEnumeration().hasMoreElements();
            return true;
        }
    }
}
