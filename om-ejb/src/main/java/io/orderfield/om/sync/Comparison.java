package io.orderfield.om.sync;

import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.InventoryItem;
import io.orderfield.messaging.contract.RequestInventory;
import io.orderfield.messaging.contract.WorkOrderInventory;
import io.orderfield.messaging.contract.WorkOrderReference;
import io.orderfield.om.domainorder.LinkFigures;
import io.orderfield.om.domainorder.ReconciledWork;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares Field Service's answers with the links. Pages go by the order of the keys' bytes, in which both databases sort, so
 * that each side is read once; where one side has far more keys than the other, a page ends early.
 */
@Shared
class Comparison {
    static final int PAGE = 200;
    private static final int LINKS = 1_000;

    private final Reconciliations reconciliations;
    private final ReconciledWork believed;
    private final InventoryRequests requests;

    @Inject
    Comparison(Reconciliations reconciliations, ReconciledWork believed, InventoryRequests requests) {
        this.reconciliations = reconciliations;
        this.believed = believed;
        this.requests = requests;
    }

    /** Asks for the page that is awaited. */
    void askForPage(Reconciliation reconciliation) {
        requests.ask(new RequestInventory(reconciliation.id(), reconciliation.afterKey(), PAGE, null));
    }

    /** Asks for what looked wrong; false when nothing is left to ask for. */
    boolean askForSuspects(Reconciliation reconciliation) {
        List<Finding> suspects = reconciliations.findings(reconciliation.id(), FindingState.SUSPECTED, PAGE);
        if (suspects.isEmpty()) {
            return false;
        }
        requests.ask(new RequestInventory(
                reconciliation.id(),
                null,
                PAGE,
                suspects.stream()
                        .map(f -> new WorkOrderReference(f.workOrderKey()))
                        .toList()));
        return true;
    }

    /** Compares a page, and asks for the next one. */
    void page(Reconciliation reconciliation, WorkOrderInventory page, Duration grace, Instant at) {
        UUID end = page.last() ? null : page.lastKey();
        List<LinkFigures> here = believed.figures(page.afterKey(), end, LINKS);
        List<InventoryItem> there = page.items();
        boolean cutShort = here.size() == LINKS;
        if (cutShort) {
            UUID lastHere = here.get(LINKS - 1).key();
            end = lastHere;
            there = there.stream()
                    .filter(i -> compare(i.workOrderKey(), lastHere) <= 0)
                    .toList();
        }
        compare(reconciliation, here, there, at);
        if (end == null) {
            reconciliation.waitFor(grace, at);
        } else {
            reconciliation.goOnAfter(end, at);
            askForPage(reconciliation);
        }
    }

    private void compare(Reconciliation reconciliation, List<LinkFigures> here, List<InventoryItem> there, Instant at) {
        Map<UUID, LinkFigures> byKeyHere = byKey(here);
        Map<UUID, InventoryItem> byKeyThere =
                there.stream().collect(Collectors.toMap(InventoryItem::workOrderKey, Function.identity(), (a, b) -> b));
        TreeSet<UUID> keys = new TreeSet<>(Comparison::compare);
        keys.addAll(byKeyHere.keySet());
        keys.addAll(byKeyThere.keySet());
        List<Finding> suspects = new ArrayList<>();
        for (UUID key : keys) {
            LinkFigures link = byKeyHere.get(key);
            InventoryItem item = byKeyThere.get(key);
            Difference.between(link, item)
                    .ifPresent(d -> suspects.add(new Finding(reconciliation.id(), key, d, link, item, at)));
        }
        int room = reconciliation.roomForFindings();
        if (suspects.size() > room) {
            reconciliation.truncate();
        }
        suspects.stream().limit(room).forEach(reconciliations::add);
        reconciliation.compared(here.size(), there.size(), Math.min(room, suspects.size()));
    }

    /** The second look: confirms what still differs, and goes on with the next suspects. */
    void look(Reconciliation reconciliation, WorkOrderInventory look, Instant at) {
        List<Finding> suspects = reconciliations.findings(reconciliation.id(), FindingState.SUSPECTED, PAGE);
        Map<UUID, LinkFigures> here = byKey(
                believed.figures(suspects.stream().map(Finding::workOrderKey).toList()));
        Map<UUID, InventoryItem> there = new HashMap<>();
        look.items().forEach(i -> there.put(i.workOrderKey(), i));
        for (Finding suspect : suspects) {
            LinkFigures link = here.get(suspect.workOrderKey());
            InventoryItem item = there.get(suspect.workOrderKey());
            Optional<Difference> still = Difference.between(link, item)
                    .filter(d -> link == null || !link.isPending() || suspect.sawRequest(link.requestRevision()));
            if (still.isEmpty()) {
                suspect.dismiss(at);
            } else {
                suspect.confirm(still.get(), link, item, at);
                if (suspect.kind() == FindingKind.ORPHANED
                        && item != null
                        && item.template() != null
                        && believed.hasWork(item.origin().domainOrder(), item.template())) {
                    suspect.isDuplicate();
                }
                reconciliation.confirmedOne();
            }
        }
        reconciliation.lookAgain(at);
        if (!askForSuspects(reconciliation)) {
            reconciliation.looked(at);
        }
    }

    private static Map<UUID, LinkFigures> byKey(List<LinkFigures> figures) {
        return figures.stream().collect(Collectors.toMap(LinkFigures::key, Function.identity()));
    }

    /** As databases compare: byte by byte, without a sign. */
    private static int compare(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
