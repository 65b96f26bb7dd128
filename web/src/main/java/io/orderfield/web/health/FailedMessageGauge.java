package io.orderfield.web.health;

import io.orderfield.fsm.messaging.FsmDelivery;
import io.orderfield.om.messaging.OmDelivery;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts, per side, the messages that were given up and wait for a person; anything but 0 is an alarm. */
@ApplicationScoped
public class FailedMessageGauge {
    private static final Metadata FAILED = Metadata.builder()
            .withName("orderfield_failed_messages")
            .withDescription("Messages of the outbox that were given up, by side; -1 while the database is away")
            .build();

    @Inject
    MetricRegistry metrics;

    @EJB
    OmDelivery orderManagement;

    @EJB
    FsmDelivery fieldService;

    void register(@Observes @Initialized(ApplicationScoped.class) Object start) {
        metrics.gauge(FAILED, () -> counted(orderManagement::failedMessages), new Tag("side", "om"));
        metrics.gauge(FAILED, () -> counted(fieldService::failedMessages), new Tag("side", "fsm"));
    }

    private interface Count {
        long read() throws SQLException;
    }

    private static long counted(Count count) {
        try {
            return count.read();
        } catch (SQLException e) {
            return -1; // the health check tells why
        }
    }
}
