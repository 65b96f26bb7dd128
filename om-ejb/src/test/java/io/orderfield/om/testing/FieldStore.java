package io.orderfield.om.testing;

import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.InventoryItem;
import io.orderfield.messaging.contract.KnownHistory;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.contract.RequestInventory;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderInventory;
import io.orderfield.messaging.contract.WorkOrderOrigin;
import io.orderfield.messaging.contract.WorkOrderReference;
import io.orderfield.messaging.contract.WorkOrderSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Field Service as its messages show it: it keeps work orders, takes requests and answers. Tests reach in and make it forget,
 * fall behind or have what nobody asked for.
 */
public final class FieldStore {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    /** A work order, open to whoever wants to spoil it. */
    public static final class Work {
        public final UUID key;
        public final WorkOrderOrigin origin;
        public final String template;
        public final String number;
        public String state = "QUALIFIED";
        public long snapshotRevision;
        public long answered;
        public final List<ActivityEntry> entries = new ArrayList<>();

        public Work(UUID key, WorkOrderOrigin origin, String template, String number) {
            this.key = key;
            this.origin = origin;
            this.template = template;
            this.number = number;
        }

        public long lastEntry() {
            return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).sequence();
        }

        public void happens(String kind) {
            happens(kind, lastEntry());
        }

        private void happens(String kind, long after) {
            snapshotRevision++;
            entries.add(new ActivityEntry(
                    after + 1,
                    START.plusSeconds(after),
                    kind,
                    "Field Service",
                    null,
                    state,
                    List.of(),
                    kind + " " + (after + 1),
                    null));
        }

        @Nullable
        public Long giveNewNumbers(@Nullable KnownHistory known) {
            Long from = known == null ? null : known.reusedSequence();
            if (from != null
                    && entries.stream()
                            .anyMatch(
                                    e -> e.sequence() == from && e.occurredAt().equals(known.reusedAt()))) {
                long by = known.entrySequence() - from + 1;
                entries.replaceAll(e -> e.sequence() < from
                        ? e
                        : new ActivityEntry(
                                e.sequence() + by,
                                e.occurredAt(),
                                e.kind(),
                                e.author(),
                                e.task(),
                                e.state(),
                                e.changes(),
                                e.text(),
                                e.attachment()));
            }
            return from;
        }

        public void goOnFrom(@Nullable KnownHistory known) {
            if (known == null) {
                return;
            }
            boolean behind = known.snapshotRevision() > snapshotRevision || known.entrySequence() > lastEntry();
            snapshotRevision = Math.max(snapshotRevision, known.snapshotRevision());
            if (behind) {
                happens("note", Math.max(lastEntry(), known.entrySequence()));
            } else if (known.snapshotRevision() == snapshotRevision) {
                snapshotRevision++;
            }
        }

        /** What it would have sent: the snapshot, and the entries from a sequence on. */
        public WorkOrderChanged message(long from) {
            return new WorkOrderChanged(
                    key,
                    number,
                    snapshotRevision,
                    answered,
                    new WorkOrderSnapshot(
                            state, template, null, null, null, null, null, null, null, null, null, false, false, false,
                            List.of()),
                    entries.stream().filter(e -> e.sequence() >= from).toList(),
                    null);
        }
    }

    public final Map<UUID, Work> works = new LinkedHashMap<>();
    private int number;

    public Work has(UUID key, WorkOrderOrigin origin, String template) {
        number++;
        Work work = new Work(key, origin, template, "WO-" + key.toString().substring(30) + number);
        works.put(key, work);
        return work;
    }

    /** Takes a request and answers. */
    public WorkOrderChanged take(RequestWorkOrder request) {
        Work work = works.get(request.workOrderKey());
        if (work == null) {
            work = has(request.workOrderKey(), request.origin(), request.template());
            if (request.known() != null) {
                work.snapshotRevision = request.known().snapshotRevision();
            }
            work.answered = request.requestRevision();
            work.happens(
                    "created", request.known() == null ? 0 : request.known().entrySequence());
        } else if (request.requestRevision() > work.answered) {
            work.goOnFrom(request.known());
            work.answered = request.requestRevision();
            work.happens("updated");
        }
        return work.message(work.lastEntry());
    }

    public WorkOrderChanged take(CancelWorkOrder request) {
        Work work = works.get(request.workOrderKey());
        work.answered = Math.max(work.answered, request.requestRevision());
        work.state = "CANCELED";
        work.happens("canceled");
        return work.message(work.lastEntry());
    }

    /** Takes a question; null where nobody knows the work order. */
    @Nullable
    public WorkOrderChanged take(RequestEntries request) {
        Work work = works.get(request.workOrderKey());
        if (work == null) {
            return null;
        }
        Long settled = work.giveNewNumbers(request.known());
        work.goOnFrom(request.known());
        WorkOrderChanged answer = work.message(request.fromSequence());
        return new WorkOrderChanged(
                answer.workOrderKey(),
                answer.number(),
                answer.snapshotRevision(),
                answer.answeredRequestRevision(),
                answer.snapshot(),
                answer.entries(),
                null,
                settled);
    }

    /** Tells what there is. */
    public WorkOrderInventory take(RequestInventory request) {
        if (request.keys() != null) {
            List<InventoryItem> named = request.keys().stream()
                    .map(WorkOrderReference::workOrderKey)
                    .filter(works::containsKey)
                    .map(k -> item(works.get(k)))
                    .toList();
            return new WorkOrderInventory(request.reconciliationId(), request.afterKey(), null, true, true, named);
        }
        List<InventoryItem> after = works.values().stream()
                .filter(w -> request.afterKey() == null
                        || w.key.toString().compareTo(request.afterKey().toString()) > 0)
                .sorted(Comparator.comparing(w -> w.key.toString()))
                .map(FieldStore::item)
                .toList();
        int size = Math.min(3, after.size()); // small pages, so that there are several
        List<InventoryItem> page = after.subList(0, size);
        return new WorkOrderInventory(
                request.reconciliationId(),
                request.afterKey(),
                page.isEmpty() ? null : page.get(size - 1).workOrderKey(),
                size == after.size(),
                false,
                page);
    }

    private static InventoryItem item(Work w) {
        return new InventoryItem(
                w.key, w.number, w.template, w.state, w.snapshotRevision, w.answered, w.lastEntry(), w.origin);
    }
}
