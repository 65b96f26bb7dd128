package io.orderfield.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Somebody listens at each queue by which the two sides keep in step; for those of outside applications see {@link
 * OutsideQueuesCheck}. Only the embedded broker can be asked (by JMX); an external one is watched by its own means.
 */
@Readiness
@ApplicationScoped
public class ListenersCheck implements HealthCheck {
    private static final List<String> QUEUES = List.of("fsm.work-order-commands", "om.work-order-events");

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("listeners")
                .status(QUEUES.stream().allMatch(ListenersCheck::heard))
                .build();
    }

    private static boolean heard(String queue) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            if (server.queryNames(new ObjectName("org.apache.activemq.artemis:broker=*"), null)
                    .isEmpty()) {
                return true;
            }
            Set<ObjectName> found = server.queryNames(
                    new ObjectName("org.apache.activemq.artemis:subcomponent=queues,queue=\"" + queue + "\",*"), null);
            for (ObjectName name : found) {
                if (((Number) server.getAttribute(name, "ConsumerCount")).intValue() > 0) {
                    return true;
                }
            }
            return false;
        } catch (JMException e) {
            return false; // not to be told apart from a broker that just stops
        }
    }
}
