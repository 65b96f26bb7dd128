package io.orderfield.fsm.request;

import io.orderfield.fsm.workorder.WorkOrderEvents;
import io.orderfield.messaging.contract.InventoryItem;
import io.orderfield.messaging.contract.RequestInventory;
import io.orderfield.messaging.contract.WorkOrderInventory;
import io.orderfield.messaging.contract.WorkOrderReference;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Tells Order Management what there is, so that it can compare. Only the listener calls it. */
@Stateless
@PermitAll
public class InventoryIntake {
    private static final int LARGEST_PAGE = 200;

    @Inject
    private ReceivedMessages received;

    @Inject
    private Inventory inventory;

    @Inject
    private WorkOrderEvents events;

    /** Answers with a page, or with the keys that are named. */
    public void tell(UUID messageId, RequestInventory request) {
        if (!received.firstTime(messageId)) {
            return;
        }
        events.inventory(request.keys() == null ? page(request) : named(request));
    }

    private WorkOrderInventory page(RequestInventory request) {
        int limit = Math.max(1, Math.min(LARGEST_PAGE, request.limit()));
        List<InventoryItem> found = inventory.page(request.afterKey(), limit + 1);
        boolean last = found.size() <= limit;
        List<InventoryItem> items = last ? found : found.subList(0, limit);
        UUID lastKey = items.isEmpty() ? null : items.get(items.size() - 1).workOrderKey();
        return new WorkOrderInventory(request.reconciliationId(), request.afterKey(), lastKey, last, false, items);
    }

    private WorkOrderInventory named(RequestInventory request) {
        List<UUID> keys = request.keys().stream()
                .limit(LARGEST_PAGE)
                .map(WorkOrderReference::workOrderKey)
                .toList();
        return new WorkOrderInventory(
                request.reconciliationId(), request.afterKey(), null, true, true, inventory.of(keys));
    }
}
