package io.orderfield.om.customerorder;

import java.util.Collection;
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
public interface CustomerOrders {
    /** Locks and reads the order. */
    Optional<CustomerOrder> lock(String number);

    /** Locks and reads the order. */
    Optional<CustomerOrder> lock(UUID id);

    /** Locks and reads every item of the order, by number. */
    List<OrderLineItem> lockItems(UUID orderId);

    /** Locks and reads these items, by number; of whichever orders. */
    List<OrderLineItem> lockItems(Collection<UUID> ids);

    /** Locks and reads the item. */
    Optional<OrderLineItem> lockItem(String number);

    /** Locks and reads the item. */
    Optional<OrderLineItem> lockItem(UUID id);

    /** Reads the order without a lock. */
    Optional<CustomerOrder> find(String number);

    /** Reads the order without a lock. */
    Optional<CustomerOrder> find(UUID id);

    /** Reads orders without locks. */
    List<CustomerOrder> find(Collection<UUID> ids);

    /** Reads every item of the order without locks, by number. */
    List<OrderLineItem> items(UUID orderId);

    /** Reads items without locks, by number. */
    List<OrderLineItem> items(Collection<UUID> ids);

    /** Reads the item without a lock. */
    Optional<OrderLineItem> findItem(String number);

    /** The order that an item belongs to, without reading (and so without caching) either. */
    Optional<UUID> orderOfItem(String itemNumber);

    /** Adds a new order. */
    void add(CustomerOrder order);

    /** Adds new items. */
    void addItems(Collection<OrderLineItem> items);

    /** Deletes an item. */
    void remove(OrderLineItem item);

    /** Writes what is pending to the database, so that versions are up to date. */
    void flush();

    /**
     * Ids of approved orders that have not followed their items: all of these have ended, or none waits for a cancellation
     * any more.
     */
    List<UUID> behindTheirItems(int most);

    /**
     * The number of the account's order that a partner wrote with this reference. Locks the account's references until
     * the transaction ends, so that two requests with one reference can't both find none.
     */
    Optional<String> partnerOrder(String account, String externalReference);
}
