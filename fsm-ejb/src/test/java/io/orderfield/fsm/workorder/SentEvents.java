package io.orderfield.fsm.workorder;

import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderEvent;
import io.orderfield.messaging.contract.WorkOrderInventory;
import io.orderfield.messaging.contract.WorkOrderOrigin;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What one side of a test sent; what was rolled back is taken out again by the bench. */
public final class SentEvents implements WorkOrderEvents {
    private final List<Record> messages = new ArrayList<>();
    private final List<WorkOrderEvent> events = new ArrayList<>();
    private final List<WorkOrderInventory> inventories = new ArrayList<>();

    @Override
    public synchronized void changed(WorkOrderChanged message, WorkOrderOrigin origin) {
        messages.add(message);
    }

    @Override
    public synchronized void happened(WorkOrderEvent event) {
        events.add(event);
    }

    @Override
    public synchronized void refused(WorkOrderRequestRefused message, WorkOrderOrigin origin) {
        messages.add(message);
    }

    @Override
    public synchronized void inventory(WorkOrderInventory message) {
        inventories.add(message);
    }

    /** The last answer about what there is. */
    public synchronized WorkOrderInventory lastInventory() {
        return inventories.get(inventories.size() - 1);
    }

    public synchronized void addAll(SentEvents committed) {
        messages.addAll(committed.messages);
        events.addAll(committed.events);
        inventories.addAll(committed.inventories);
    }

    /** What outside applications were told of a work order. */
    synchronized List<WorkOrderEvent> eventsOf(String number) {
        return events.stream().filter(e -> e.workOrder().equals(number)).toList();
    }

    public synchronized List<Record> about(UUID key) {
        return messages.stream()
                .filter(m -> m instanceof WorkOrderChanged c
                        ? c.workOrderKey().equals(key)
                        : ((WorkOrderRequestRefused) m).workOrderKey().equals(key))
                .toList();
    }

    public List<WorkOrderChanged> changesOf(UUID key) {
        return about(key).stream()
                .filter(WorkOrderChanged.class::isInstance)
                .map(WorkOrderChanged.class::cast)
                .toList();
    }

    public WorkOrderChanged lastChange(UUID key) {
        List<WorkOrderChanged> changes = changesOf(key);
        return changes.get(changes.size() - 1);
    }

    public Record last(UUID key) {
        List<Record> all = about(key);
        return all.get(all.size() - 1);
    }

    /** All entries of a work order as they were sent. */
    public List<ActivityEntry> entriesOf(UUID key) {
        return changesOf(key).stream().flatMap(c -> c.entries().stream()).toList();
    }
}
