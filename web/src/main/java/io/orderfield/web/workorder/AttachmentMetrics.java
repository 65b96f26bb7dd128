package io.orderfield.web.workorder;

import io.orderfield.fsm.housekeeping.FieldHousekeepingSchedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** What operators want to know of attachments. */
@ApplicationScoped
public class AttachmentMetrics {
    @Inject
    MetricRegistry metrics;

    @Inject
    FieldHousekeepingSchedule housekeeping;

    void register(@Observes @Initialized(ApplicationScoped.class) Object started) {
        metrics.gauge(
                Metadata.builder()
                        .withName("orderfield_attachment_orphans_removed")
                        .withDescription("Attachment files without a record that this node removed since its start")
                        .build(),
                housekeeping::orphansRemoved);
    }
}
