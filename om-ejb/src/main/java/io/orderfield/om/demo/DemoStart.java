package io.orderfield.om.demo;

import io.orderfield.om.policy.PolicyService;
import io.orderfield.rules.RowMatch;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * With DEMO_ENABLED=true: users, customers and catalog before the application takes requests; the orders in the background,
 * as soon as Field Service has published the templates that their work orders need. At a restart nothing is added twice.
 */
@Singleton
@Startup
@PermitAll
@DependsOn({"OmSchema", "ShippedPolicy", "FirstAdministrator"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoStart {
    private static final Logger LOG = Logger.getLogger(DemoStart.class.getName());
    private static final int ATTEMPTS = 180;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @EJB
    private DemoSeed seed;

    @EJB
    private DemoOrders orders;

    @EJB
    private PolicyService policies;

    @Inject
    @ConfigProperty(name = "DEMO_ENABLED", defaultValue = "false")
    private boolean enabled;

    @Inject
    @ConfigProperty(name = "DEMO_PASSWORD")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "https.port", defaultValue = "9443")
    private int httpsPort;

    private volatile @Nullable ScheduledFuture<?> pending;
    private int attempts;

    @PostConstruct
    void start() {
        if (!enabled) {
            return;
        }
        Optional<String> common = password.filter(p -> !p.isBlank());
        Map<String, String> passwords = seed.ensure(common.orElse(null));
        DemoNotice.print(httpsPort, passwords, common.isPresent());
        pending = scheduler.scheduleWithFixedDelay(this::tryOrders, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        ScheduledFuture<?> tries = pending;
        if (tries != null) {
            tries.cancel(false);
        }
    }

    private void tryOrders() {
        attempts++;
        try {
            Set<String> needed = policies.current().table().rows().stream()
                    .map(row -> row.result(RowMatch.TEMPLATE))
                    .collect(Collectors.toSet());
            if (seed.knownTemplates().containsAll(needed)) {
                DemoOrder.all().forEach(orders::ensure);
                stop();
            } else if (attempts >= ATTEMPTS) {
                LOG.warning("Field Service has not published the templates of the work order policy; no demo orders.");
                stop();
            }
        } catch (RuntimeException e) {
            // the application may still be starting; an exception would end the schedule
            if (attempts >= ATTEMPTS) {
                LOG.log(Level.SEVERE, "The demo orders could not be created", e);
                stop();
            } else {
                LOG.log(Level.FINE, "The demo orders could not be created yet", e);
            }
        }
    }
}
