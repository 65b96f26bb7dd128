package io.orderfield.om.customerorder;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Counts an order again after an item of it has ended, in another thread and only after the commit. What a crash or a
 * failure leaves undone, the sweep at the start and every minute does.
 */
@Singleton
@Startup
@PermitAll
@DependsOn("OmSchema")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OrderRollUpTrigger {
    private static final Logger LOG = Logger.getLogger(OrderRollUpTrigger.class.getName());
    private static final String SYSTEM = "system";

    @Resource
    private ManagedExecutorService executor;

    @EJB
    private OrderRollUp rollUp;

    @PostConstruct
    void start() {
        executor.execute(this::sweep);
    }

    /** Notes that an item has ended or was kept. */
    public void lineItemClosed(@Observes(during = TransactionPhase.AFTER_SUCCESS) LineItemClosed closed) {
        executor.execute(() -> recount(closed.orderId(), closed.by()));
    }

    /** Counts every order again that is behind its items. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    public void sweep() {
        rollUp.behind().forEach(order -> recount(order, SYSTEM));
    }

    private void recount(UUID order, String by) {
        try {
            rollUp.recount(order, by);
        } catch (RuntimeException e) {
            // the order stays behind its items, so the next sweep finds it again
            LOG.log(Level.WARNING, "customer order " + order + " could not be counted; the next sweep tries again", e);
        }
    }
}
