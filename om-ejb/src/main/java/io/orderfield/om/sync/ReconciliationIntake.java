package io.orderfield.om.sync;

import io.orderfield.messaging.contract.RequestTemplates;
import io.orderfield.messaging.contract.WorkOrderInventory;
import io.orderfield.messaging.delivery.ContractViolationException;
import io.orderfield.messaging.delivery.MessageContext;
import io.orderfield.om.domainorder.WorkOrderRequests;
import io.orderfield.om.fieldevents.LinkRepair;
import io.orderfield.om.fieldevents.ReceivedMessages;
import io.orderfield.om.number.NumberKind;
import io.orderfield.om.number.Numbers;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Takes a reconciliation forward, one step a transaction, which locks it first: the steps of several nodes follow each
 * other. For listeners and timers only.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReconciliationIntake {
    private static final int REPAIRS = 20;
    private static final String SYSTEM = "system";

    @Inject
    private ReceivedMessages inbox;

    @Inject
    private Reconciliations reconciliations;

    @Inject
    private Comparison comparison;

    @Inject
    private Repair repair;

    @Inject
    private LinkRepair links;

    @Inject
    private WorkOrderRequests requests;

    @Inject
    private Numbers numbers;

    /** Seconds that messages get to arrive before a difference counts. */
    @Inject
    @ConfigProperty(name = "RECONCILIATION_GRACE_SECONDS", defaultValue = "30")
    private int graceSeconds;

    @Inject
    private Clock clock;

    /** Begins one with the caller's transaction; a second one that runs already makes it fail. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public ReconciliationView beginNow(boolean dryRun, String by) {
        return begin(dryRun, by, null).view(Map.of());
    }

    private Reconciliation begin(boolean dryRun, String by, @Nullable Instant scheduledFor) {
        Reconciliation reconciliation =
                new Reconciliation(numbers.next(NumberKind.RECONCILIATION), dryRun, by, scheduledFor, clock.instant());
        reconciliations.add(reconciliation);
        comparison.askForPage(reconciliation);
        if (!dryRun) {
            requests.send(new RequestTemplates(List.of()));
        }
        return reconciliation;
    }

    /** Begins the one that is scheduled for a time, unless it was begun or another one runs. */
    public void beginScheduled(Instant time) {
        if (!reconciliations.isScheduled(time) && !reconciliations.isAnyActive()) {
            begin(false, SYSTEM, time);
        }
    }

    /** Takes in what Field Service has. An answer that nobody awaits any more changes nothing. */
    public void apply(WorkOrderInventory inventory, MessageContext context) {
        if (!inbox.firstTime(context.messageId())) {
            return;
        }
        if (inventory.items() == null || inventory.reconciliationId() == null) {
            throw new ContractViolationException("missing-field", "an inventory says for whom it is, and its items");
        }
        Instant at = clock.instant();
        Optional<Reconciliation> active =
                reconciliations.lockActive().filter(r -> r.id().equals(inventory.reconciliationId()));
        if (active.isEmpty()) {
            return;
        }
        Reconciliation reconciliation = active.get();
        if (inventory.targeted()) {
            if (reconciliation.state() == ReconciliationState.LOOKING_AGAIN) {
                comparison.look(reconciliation, inventory, at);
            }
        } else if (reconciliation.awaitsPageAfter(inventory.afterKey())) {
            comparison.page(reconciliation, inventory, Duration.ofSeconds(graceSeconds), at);
        }
    }

    /** The newest reconciliation, for metrics; null before the first. */
    public @Nullable ReconciliationView newest() {
        return reconciliations.list(0, 1).stream()
                .map(r -> r.view(Map.of()))
                .findFirst()
                .orElse(null);
    }

    /**
     * Takes the next step, if one is due.
     *
     * @return whether another one is due at once
     */
    public boolean step() {
        Instant at = clock.instant();
        Optional<Reconciliation> due = reconciliations.lockActive().filter(r -> r.isDue(at));
        if (due.isEmpty()) {
            return false;
        }
        Reconciliation reconciliation = due.get();
        switch (reconciliation.state()) {
            case COMPARING -> {
                if (reconciliation.askAgain(at)) {
                    comparison.askForPage(reconciliation);
                }
                return false;
            }
            case WAITING -> {
                reconciliation.lookAgain(at);
                comparison.askForSuspects(reconciliation);
                return false;
            }
            case LOOKING_AGAIN -> {
                if (reconciliation.askAgain(at)) {
                    comparison.askForSuspects(reconciliation);
                }
                return false;
            }
            case REPAIRING -> repair(reconciliation, at);
            case VERIFYING -> verify(reconciliation, at);
            case COMPLETED, FAILED -> throw new IllegalStateException("it is over");
        }
        return !reconciliation.state().isOver();
    }

    private void repair(Reconciliation reconciliation, Instant at) {
        List<Finding> confirmed = reconciliations.findings(reconciliation.id(), FindingState.CONFIRMED, REPAIRS);
        confirmed.forEach(finding -> repair.of(finding, reconciliation, at));
        if (confirmed.size() < REPAIRS) {
            reconciliation.verify(at);
        }
    }

    private void verify(Reconciliation reconciliation, Instant at) {
        Set<String> differing = reconciliations.differing(reconciliation.id());
        Optional<LinkRepair.Verified> page =
                links.verify(reconciliation.verifiedUpTo(), reconciliation.startedAt(), differing, at);
        page.ifPresentOrElse(
                p -> reconciliation.verifiedUpTo(p.lastDomainOrder(), p.count()), () -> reconciliation.complete(at));
    }
}
