package io.orderfield.om.sync;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What an administrator does with reconciliations. */
@Stateless
@May(Right.MANAGE_SYNC)
public class ReconciliationService {
    private static final String WHAT = "reconciliation";

    @Inject
    private Reconciliations reconciliations;

    @Inject
    private ReconciliationIntake intake;

    @Inject
    private CurrentUser user;

    /**
     * Begins a reconciliation. It runs by itself from here; at most one does.
     *
     * @param dryRun whether it only reports
     */
    public ReconciliationView start(boolean dryRun) {
        if (reconciliations.isAnyActive()) {
            throw Refusal.conflict("reconciliation-running");
        }
        return intake.beginNow(dryRun, user.name());
    }

    /** Reconciliations, newest first. */
    public List<ReconciliationView> list(int first, int max) {
        checkPage(first, max);
        List<Reconciliation> page = reconciliations.list(first, max);
        Map<UUID, Map<String, Long>> differences = reconciliations.differences(
                page.stream().map(Reconciliation::id).toList());
        return page.stream()
                .map(r -> r.view(differences.getOrDefault(r.id(), Map.of())))
                .toList();
    }

    public long count() {
        return reconciliations.count();
    }

    /** The newest one; empty before the first. */
    public Optional<ReconciliationView> newest() {
        return list(0, 1).stream().findFirst();
    }

    @May(value = Right.MANAGE_SYNC, hidden = true)
    public ReconciliationView find(String number) {
        Reconciliation found = existing(number);
        return found.view(reconciliations.differences(List.of(found.id())).getOrDefault(found.id(), Map.of()));
    }

    /** What a reconciliation found, without what the second look dismissed; by kind. */
    public List<FindingView> findings(String number, int first, int max) {
        checkPage(first, max);
        return reconciliations.report(existing(number).id(), first, max).stream()
                .map(Finding::view)
                .toList();
    }

    public long countFindings(String number) {
        return reconciliations.countReport(existing(number).id());
    }

    private Reconciliation existing(String number) {
        return reconciliations.find(number).orElseThrow(() -> Refusal.notFound(WHAT, number));
    }

    private static void checkPage(int first, int max) {
        ListQuery.checkPage(first, max);
    }
}
