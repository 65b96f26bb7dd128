package io.orderfield.om.inflight;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.orderfield.kernel.Batches;
import io.orderfield.kernel.ByKey;
import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.OmData;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes in flight in the database. They have no locks of their own: they are decided under the lock of their item. */
@Shared
public class InflightChanges {
    private final EntityManager entityManager;
    private final ByKey byKey;

    @Inject
    public InflightChanges(@OmData EntityManager entityManager) {
        this.entityManager = entityManager;
        this.byKey = new ByKey(entityManager);
    }

    /** A change with the numbers of what it belongs to. */
    private record Found(InflightChange change, String lineItem, String customerOrder) {}

    public void add(InflightChange change, List<FieldChange> differences) {
        entityManager.persist(change);
        for (int i = 0; i < differences.size(); i++) {
            entityManager.persist(new InflightDifference(change.id(), i, differences.get(i)));
        }
    }

    /** The item that a change belongs to, without reading (and so without caching) either. */
    public Optional<UUID> itemOf(String number) {
        return byKey.first(UUID.class, "select c.itemId from InflightChange c where c.number = :key", number);
    }

    /** Reads one change; the caller holds its item's lock. */
    public InflightChange find(String number) {
        return byKey.query(InflightChange.class, "select c from InflightChange c where c.number = :key", number)
                .getSingleResult();
    }

    public List<FieldChange> differences(InflightChange change) {
        return differences(List.of(change)).getOrDefault(change.id(), List.of());
    }

    /** Those of the items that wait for the manager, by number; the caller holds the items' locks. */
    public List<InflightChange> requested(Collection<UUID> itemIds) {
        return Batches.of(itemIds, slice -> entityManager
                .createQuery(
                        "select c from InflightChange c where c.itemId in :items and c.state = :state order by c.number",
                        InflightChange.class)
                .setParameter("items", slice)
                .setParameter("state", InflightChangeState.REQUESTED)
                .getResultList());
    }

    /** The newest change of each item that has one, by item. */
    public Map<UUID, InflightChangeView> newest(Collection<UUID> itemIds) {
        List<Found> newest = Batches.of(
                itemIds,
                slice -> found(select(
                        joined().where("c.itemId in :items", "items", slice).where("c.position = i.changeCount"),
                        "c.number")));
        Map<UUID, InflightChangeView> views = new HashMap<>();
        List<InflightChangeView> inOrder = views(newest);
        for (int n = 0; n < newest.size(); n++) {
            views.put(newest.get(n).change().itemId(), inOrder.get(n));
        }
        return views;
    }

    public Optional<InflightChangeView> view(String number, @Nullable String ownAccount) {
        ListQuery query = joined().equal("o.account", "own", ownAccount).equal("c.number", "number", number);
        return views(found(select(query, "c.number"))).stream().findFirst();
    }

    /** A page of changes, the oldest request first. */
    public List<InflightChangeView> list(InflightChangeFilter filter, @Nullable String ownAccount, int first, int max) {
        return views(found(select(filtered(filter, ownAccount), "c.requestedAt, c.number")
                .setFirstResult(first)
                .setMaxResults(max)));
    }

    public long count(InflightChangeFilter filter, @Nullable String ownAccount) {
        return filtered(filter, ownAccount).count(entityManager, "c");
    }

    private static ListQuery filtered(InflightChangeFilter filter, @Nullable String ownAccount) {
        return joined().equal("o.account", "own", ownAccount)
                .equal("o.number", "order", filter.customerOrder())
                .among(
                        "c.state",
                        "states",
                        ListQuery.states(InflightChangeState.class, filter.states(), "inflightChanges"));
    }

    private static ListQuery joined() {
        return new ListQuery("InflightChange c, OrderLineItem i, CustomerOrder o")
                .where("i.id = c.itemId")
                .where("o.id = i.orderId");
    }

    /** The applied changes that made these versions of the item, by version. */
    public List<InflightChangeView> applied(UUID itemId, int fromVersion, int toVersion) {
        return views(found(select(
                joined().equal("c.itemId", "item", itemId)
                        .where("c.itemVersion >= :from", "from", fromVersion)
                        .where("c.itemVersion <= :to", "to", toVersion),
                "c.itemVersion")));
    }

    private TypedQuery<Object[]> select(ListQuery query, String order) {
        return query.query(entityManager, "c, i.number, o.number", Object[].class, " order by " + order);
    }

    private static List<Found> found(TypedQuery<Object[]> query) {
        return query.getResultList().stream()
                .map(r -> new Found((InflightChange) r[0], (String) r[1], (String) r[2]))
                .toList();
    }

    private List<InflightChangeView> views(List<Found> found) {
        Map<UUID, List<FieldChange>> differences =
                differences(found.stream().map(Found::change).toList());
        return found.stream()
                .map(f -> f.change()
                        .view(
                                f.lineItem(),
                                f.customerOrder(),
                                differences.getOrDefault(f.change().id(), List.of())))
                .toList();
    }

    private Map<UUID, List<FieldChange>> differences(List<InflightChange> changes) {
        return Batches.of(changes.stream().map(InflightChange::id).toList(), slice -> entityManager
                        .createQuery(
                                "select d from InflightDifference d where d.changeId in :changes"
                                        + " order by d.position",
                                InflightDifference.class)
                        .setParameter("changes", slice)
                        .getResultList())
                .stream()
                .collect(
                        groupingBy(InflightDifference::changeId, mapping(InflightDifference::asFieldChange, toList())));
    }
}
