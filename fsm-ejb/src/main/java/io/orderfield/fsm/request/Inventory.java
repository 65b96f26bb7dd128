package io.orderfield.fsm.request;

import io.orderfield.fsm.FsmData;
import io.orderfield.fsm.workorder.Snapshots;
import io.orderfield.fsm.workorder.WorkOrder;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.InventoryItem;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What there is of every key that Order Management ever asked for: two queries a page. Reading locks nothing. */
@Shared
class Inventory {
    private static final String KEYS = "select k from RequestedKey k where k.outcome <> :waiting";
    private static final String IN_ORDER = " order by k.id";

    private final EntityManager entityManager;

    @Inject
    Inventory(@FsmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A page in rising order of the keys' bytes. */
    List<InventoryItem> page(@Nullable UUID afterKey, int max) {
        TypedQuery<RequestedKey> query = afterKey == null
                ? keys(KEYS + IN_ORDER)
                : keys(KEYS + " and k.id > :after" + IN_ORDER).setParameter("after", afterKey);
        return items(query.setMaxResults(max).getResultList());
    }

    /** These keys, as far as they exist. */
    List<InventoryItem> of(Collection<UUID> keys) {
        return keys.isEmpty()
                ? List.of()
                : items(keys(KEYS + " and k.id in :keys" + IN_ORDER)
                        .setParameter("keys", keys)
                        .getResultList());
    }

    private TypedQuery<RequestedKey> keys(String jpql) {
        return entityManager
                .createQuery(jpql, RequestedKey.class)
                .setParameter("waiting", RequestedKey.Outcome.WAITING);
    }

    private List<InventoryItem> items(List<RequestedKey> keys) {
        List<UUID> created = keys.stream()
                .filter(k -> k.outcome() == RequestedKey.Outcome.CREATED)
                .map(RequestedKey::id)
                .toList();
        Map<UUID, WorkOrder> workOrders = created.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery("select w from WorkOrder w where w.id in :keys", WorkOrder.class)
                        .setParameter("keys", created)
                        .getResultStream()
                        .collect(Collectors.toMap(WorkOrder::id, Function.identity()));
        return keys.stream()
                .map(k -> k.outcome() == RequestedKey.Outcome.CREATED ? item(workOrders.get(k.id())) : k.item())
                .filter(Objects::nonNull)
                .toList();
    }

    /** A key without its work order is none: a reconciliation has it made again. */
    private static @Nullable InventoryItem item(@Nullable WorkOrder workOrder) {
        return workOrder == null ? null : Snapshots.item(workOrder);
    }
}
