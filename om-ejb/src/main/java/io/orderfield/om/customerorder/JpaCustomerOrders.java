package io.orderfield.om.customerorder;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.orderfield.messaging.contract.FieldChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Orders, items and changes in flight through JPA. Bulk reads go out in slices. */
@ApplicationScoped
class JpaCustomerOrders implements CustomerOrders, InflightChanges {
    private static final int SLICE = 500;

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    protected JpaCustomerOrders() {
        // for CDI
    }

    JpaCustomerOrders(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public Optional<CustomerOrder> lock(String number) {
        return one(locking(query(CustomerOrder.class, "select o from CustomerOrder o where o.number = :key", number)));
    }

    @Override
    public Optional<CustomerOrder> lock(UUID id) {
        return one(locking(query(CustomerOrder.class, "select o from CustomerOrder o where o.id = :key", id)));
    }

    @Override
    public List<OrderLineItem> lockItems(UUID orderId) {
        return locking(itemsOf(orderId)).getResultList();
    }

    @Override
    public List<OrderLineItem> lockItems(Collection<UUID> ids) {
        // the numbers are read first, without the items, so that even slices are locked in rising order
        List<String> numbers = new ArrayList<>(inSlices(
                ids, slice -> query(String.class, "select i.number from OrderLineItem i where i.id in :key", slice)
                        .getResultList()));
        numbers.sort(Comparator.naturalOrder());
        return inSlices(numbers, slice -> locking(query(
                        OrderLineItem.class,
                        "select i from OrderLineItem i where i.number in :key order by i.number",
                        slice))
                .getResultList());
    }

    @Override
    public Optional<OrderLineItem> lockItem(String number) {
        return one(locking(query(OrderLineItem.class, "select i from OrderLineItem i where i.number = :key", number)));
    }

    @Override
    public Optional<OrderLineItem> lockItem(UUID id) {
        return one(locking(query(OrderLineItem.class, "select i from OrderLineItem i where i.id = :key", id)));
    }

    @Override
    public Optional<CustomerOrder> find(String number) {
        return one(query(CustomerOrder.class, "select o from CustomerOrder o where o.number = :key", number));
    }

    @Override
    public Optional<CustomerOrder> find(UUID id) {
        return Optional.ofNullable(entityManager.find(CustomerOrder.class, id));
    }

    @Override
    public List<CustomerOrder> find(Collection<UUID> ids) {
        return inSlices(
                ids, slice -> query(CustomerOrder.class, "select o from CustomerOrder o where o.id in :key", slice)
                        .getResultList());
    }

    @Override
    public List<OrderLineItem> items(UUID orderId) {
        return itemsOf(orderId).getResultList();
    }

    @Override
    public List<OrderLineItem> items(Collection<UUID> ids) {
        List<OrderLineItem> items = inSlices(
                ids, slice -> query(OrderLineItem.class, "select i from OrderLineItem i where i.id in :key", slice)
                        .getResultList());
        items.sort(Comparator.comparing(OrderLineItem::number));
        return items;
    }

    @Override
    public Optional<OrderLineItem> findItem(String number) {
        return one(query(OrderLineItem.class, "select i from OrderLineItem i where i.number = :key", number));
    }

    @Override
    public Optional<UUID> orderOfItem(String itemNumber) {
        return one(query(UUID.class, "select i.orderId from OrderLineItem i where i.number = :key", itemNumber));
    }

    @Override
    public void add(CustomerOrder order) {
        entityManager.persist(order);
    }

    @Override
    public void addItems(Collection<OrderLineItem> items) {
        items.forEach(entityManager::persist);
    }

    @Override
    public void remove(OrderLineItem item) {
        entityManager.remove(item);
    }

    @Override
    public void flush() {
        entityManager.flush();
    }

    @Override
    public List<UUID> behindTheirItems(int most) {
        return entityManager
                .createQuery(
                        "select o.id from CustomerOrder o where (o.state in :open"
                                + " and not exists (select i.id from OrderLineItem i"
                                + " where i.orderId = o.id and i.state not in :ended))"
                                + " or (o.state = :canceling and not exists (select j.id from OrderLineItem j"
                                + " where j.orderId = o.id and j.state = :canceling))"
                                + " order by o.id",
                        UUID.class)
                .setParameter("open", List.of(OrderState.IN_PROGRESS, OrderState.ON_HOLD))
                .setParameter("ended", List.of(OrderState.COMPLETED, OrderState.CANCELED))
                .setParameter("canceling", OrderState.CANCELLATION_IN_PROGRESS)
                .setMaxResults(most)
                .getResultList();
    }

    @Override
    public Optional<String> partnerOrder(String account, String externalReference) {
        entityManager
                .createNativeQuery("select number from om.account where number = ?1 for update")
                .setParameter(1, account)
                .getResultList();
        return one(entityManager
                .createQuery(
                        "select o.number from CustomerOrder o"
                                + " where o.account = :account and o.partnerReference = :reference",
                        String.class)
                .setParameter("account", account)
                .setParameter("reference", externalReference));
    }

    @Override
    public void add(InflightChange change, List<FieldChange> differences) {
        entityManager.persist(change);
        for (int i = 0; i < differences.size(); i++) {
            entityManager.persist(new InflightDifference(change.id(), i, differences.get(i)));
        }
    }

    @Override
    public Map<UUID, InflightChangeView> newest(Collection<UUID> itemIds) {
        List<InflightChange> newest = inSlices(itemIds, slice -> query(
                        InflightChange.class,
                        "select c from InflightChange c where c.itemId in :key and c.itemVersion ="
                                + " (select max(d.itemVersion) from InflightChange d where d.itemId = c.itemId)"
                                + " order by c.number",
                        slice)
                .getResultList());
        Map<UUID, List<FieldChange>> differences = inSlices(
                        newest.stream().map(InflightChange::id).toList(), slice -> query(
                                        InflightDifference.class,
                                        "select d from InflightDifference d where d.changeId in :key order by d.position",
                                        slice)
                                .getResultList())
                .stream()
                .collect(
                        groupingBy(InflightDifference::changeId, mapping(InflightDifference::asFieldChange, toList())));
        Map<UUID, InflightChangeView> views = new HashMap<>();
        newest.forEach(c -> views.put(c.itemId(), c.view(differences.getOrDefault(c.id(), List.of()))));
        return views;
    }

    private TypedQuery<OrderLineItem> itemsOf(UUID orderId) {
        return query(
                OrderLineItem.class, "select i from OrderLineItem i where i.orderId = :key order by i.number", orderId);
    }

    private <T> TypedQuery<T> query(Class<T> type, String jpql, Object key) {
        return entityManager.createQuery(jpql, type).setParameter("key", key);
    }

    private static <T> TypedQuery<T> locking(TypedQuery<T> query) {
        return query.setLockMode(LockModeType.PESSIMISTIC_WRITE);
    }

    private static <T> Optional<T> one(TypedQuery<T> query) {
        return query.getResultList().stream().findFirst();
    }

    private static <K, T> List<T> inSlices(Collection<K> keys, Function<List<K>, List<T>> read) {
        List<K> all = List.copyOf(keys);
        List<T> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SLICE) {
            found.addAll(read.apply(all.subList(from, Math.min(from + SLICE, all.size()))));
        }
        return found;
    }
}
