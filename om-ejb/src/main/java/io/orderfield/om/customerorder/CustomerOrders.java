package io.orderfield.om.customerorder;

import io.orderfield.kernel.Batches;
import io.orderfield.kernel.ByKey;
import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Customer orders and their items in the database.
 *
 * <p>Locks are taken in this order, everywhere: customer order, line items by number, domain orders by number. A lock is
 * the first read of its row in the transaction and holds until the transaction ends; it always shows the newest committed
 * state. Commands on one item lock that item alone; commands on an order lock the order, then its items.
 */
@Shared
public class CustomerOrders {
    private static final String ITEMS_OF = "select i from OrderLineItem i where i.orderId = :key order by i.number";

    private final EntityManager entityManager;
    private final ByKey byKey;

    @Inject
    public CustomerOrders(@OmData EntityManager entityManager) {
        this.entityManager = entityManager;
        this.byKey = new ByKey(entityManager);
    }

    /** Locks and reads the order. */
    public Optional<CustomerOrder> lock(String number) {
        return byKey.firstLocked(CustomerOrder.class, "select o from CustomerOrder o where o.number = :key", number);
    }

    /** Locks and reads the order. */
    public Optional<CustomerOrder> lock(UUID id) {
        return byKey.firstLocked(CustomerOrder.class, "select o from CustomerOrder o where o.id = :key", id);
    }

    /** Locks and reads every item of the order, by number. */
    public List<OrderLineItem> lockItems(UUID orderId) {
        return byKey.locking(OrderLineItem.class, ITEMS_OF, orderId).getResultList();
    }

    /** Locks and reads these items, by number; of whichever orders. */
    public List<OrderLineItem> lockItems(Collection<UUID> ids) {
        // the numbers are read first, without the items, so that even slices are locked in rising order
        List<String> numbers = new ArrayList<>(Batches.of(ids, slice -> byKey.query(
                        String.class, "select i.number from OrderLineItem i where i.id in :key", slice)
                .getResultList()));
        numbers.sort(Comparator.naturalOrder());
        return Batches.of(numbers, slice -> byKey.locking(
                        OrderLineItem.class,
                        "select i from OrderLineItem i where i.number in :key order by i.number",
                        slice)
                .getResultList());
    }

    /** Locks and reads the item. */
    public Optional<OrderLineItem> lockItem(String number) {
        return byKey.firstLocked(OrderLineItem.class, "select i from OrderLineItem i where i.number = :key", number);
    }

    /** Locks and reads the item. */
    public Optional<OrderLineItem> lockItem(UUID id) {
        return byKey.firstLocked(OrderLineItem.class, "select i from OrderLineItem i where i.id = :key", id);
    }

    /** Reads the order without a lock. */
    public Optional<CustomerOrder> find(String number) {
        return byKey.first(CustomerOrder.class, "select o from CustomerOrder o where o.number = :key", number);
    }

    /** Reads the order without a lock. */
    public Optional<CustomerOrder> find(UUID id) {
        return Optional.ofNullable(entityManager.find(CustomerOrder.class, id));
    }

    /** Reads orders without locks. */
    public List<CustomerOrder> find(Collection<UUID> ids) {
        return Batches.of(ids, slice -> byKey.query(
                        CustomerOrder.class, "select o from CustomerOrder o where o.id in :key", slice)
                .getResultList());
    }

    /** Reads every item of the order without locks, by number. */
    public List<OrderLineItem> items(UUID orderId) {
        return byKey.query(OrderLineItem.class, ITEMS_OF, orderId).getResultList();
    }

    /** Reads items without locks, by number. */
    public List<OrderLineItem> items(Collection<UUID> ids) {
        List<OrderLineItem> items = Batches.of(ids, slice -> byKey.query(
                        OrderLineItem.class, "select i from OrderLineItem i where i.id in :key", slice)
                .getResultList());
        items.sort(Comparator.comparing(OrderLineItem::number));
        return items;
    }

    /** Reads the item without a lock. */
    public Optional<OrderLineItem> findItem(String number) {
        return byKey.first(OrderLineItem.class, "select i from OrderLineItem i where i.number = :key", number);
    }

    /** The order that an item belongs to, without reading (and so without caching) either. */
    public Optional<UUID> orderOfItem(String itemNumber) {
        return byKey.first(UUID.class, "select i.orderId from OrderLineItem i where i.number = :key", itemNumber);
    }

    /** Adds a new order. */
    public void add(CustomerOrder order) {
        entityManager.persist(order);
    }

    /** Adds new items. */
    public void addItems(Collection<OrderLineItem> items) {
        items.forEach(entityManager::persist);
    }

    /** Deletes an item. */
    public void remove(OrderLineItem item) {
        entityManager.remove(item);
    }

    /** Writes what is pending to the database, so that versions are up to date. */
    public void flush() {
        entityManager.flush();
    }

    /**
     * Ids of approved orders that have not followed their items: all of these have ended, or none waits for a cancellation
     * any more.
     */
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
                .setParameter("ended", List.of(OrderState.COMPLETED, OrderState.CANCELED, OrderState.REJECTED))
                .setParameter("canceling", OrderState.CANCELLATION_IN_PROGRESS)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * The number of the account's order that a partner wrote with this reference. Locks the account's references until
     * the transaction ends, so that two requests with one reference can't both find none.
     */
    public Optional<String> partnerOrder(String account, String externalReference) {
        entityManager
                .createNativeQuery("select number from om.account where number = ?1 for update")
                .setParameter(1, account)
                .getResultList();
        return byKey
                .query(
                        String.class,
                        "select o.number from CustomerOrder o"
                                + " where o.account = :account and o.partnerReference = :key",
                        externalReference)
                .setParameter("account", account)
                .getResultList()
                .stream()
                .findFirst();
    }
}
