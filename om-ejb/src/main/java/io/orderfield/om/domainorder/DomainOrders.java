package io.orderfield.om.domainorder;

import io.orderfield.kernel.Batches;
import io.orderfield.kernel.ByKey;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.inflight.InflightChangeState;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.worknote.NoteSubjects.NoteSubject;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Domain orders and their work order links in the database. Bulk reads and locks go out in slices, in order.
 *
 * <p>A lock is the first read of its row in the transaction and holds until the transaction ends. Domain orders are locked
 * by number, after their line items. Links have no locks of their own: they are read after the lock of their domain order.
 */
@Shared
public class DomainOrders {
    private static final Comparator<WorkOrderLink> AS_PLANNED = Comparator.comparing(WorkOrderLink::template)
            .thenComparing(WorkOrderLink::origin)
            .thenComparing(WorkOrderLink::occurrence)
            .thenComparing(WorkOrderLink::generation)
            .thenComparing(WorkOrderLink::createdAt)
            .thenComparing(WorkOrderLink::key);

    /** Where a domain order belongs, without reading (and so without caching) any of it. */
    public record Place(UUID id, UUID itemId, UUID orderId) {}

    private final EntityManager entityManager;
    private final ByKey byKey;

    @Inject
    public DomainOrders(@OmData EntityManager entityManager) {
        this.entityManager = entityManager;
        this.byKey = new ByKey(entityManager);
    }

    public Optional<Place> placeOf(String number) {
        return place("select d.id, d.itemId, d.orderId from DomainOrder d where d.number = :key", number);
    }

    /** Where the domain order of a work order belongs. */
    public Optional<Place> placeOf(UUID workOrderKey) {
        return place(
                "select d.id, d.itemId, d.orderId from WorkOrderLink l, DomainOrder d"
                        + " where l.key = :key and d.id = l.domainOrderId",
                workOrderKey);
    }

    private Optional<Place> place(String jpql, Object key) {
        return byKey.query(Object[].class, jpql, key).getResultList().stream()
                .map(r -> new Place((UUID) r[0], (UUID) r[1], (UUID) r[2]))
                .findFirst();
    }

    /** What notes need of a domain order, without reading (and so without caching) it. */
    public Optional<NoteSubject> subject(String number) {
        return byKey
                .query(
                        Object[].class,
                        "select d.id, d.number, d.customerOrder, d.account from DomainOrder d where d.number = :key",
                        number)
                .getResultList()
                .stream()
                .map(r -> new NoteSubject((UUID) r[0], (String) r[1], (String) r[2], (String) r[3]))
                .findFirst();
    }

    /** Locks and reads one domain order. */
    public DomainOrder lock(UUID id) {
        return byKey.locking(DomainOrder.class, "select d from DomainOrder d where d.id = :key", id)
                .getSingleResult();
    }

    /** Locks and reads every domain order of the items, by number. */
    public List<DomainOrder> lockOfItems(Collection<UUID> itemIds) {
        // ids first: a slice of items is no slice of numbers, and the locks have to be taken by number
        List<Object[]> rows = Batches.of(itemIds, s -> byKey.query(
                        Object[].class, "select d.number, d.id from DomainOrder d where d.itemId in :key", s)
                .getResultList());
        List<UUID> ids = rows.stream()
                .sorted(Comparator.comparing(r -> (String) r[0]))
                .map(r -> (UUID) r[1])
                .toList();
        return Batches.of(ids, s -> byKey.locking(
                        DomainOrder.class, "select d from DomainOrder d where d.id in :key order by d.number", s)
                .getResultList());
    }

    public Optional<DomainOrder> find(String number) {
        return byKey.first(DomainOrder.class, "select d from DomainOrder d where d.number = :key", number);
    }

    /**
     * A domain order that the user sees.
     *
     * @throws Refusal NOT_FOUND, also where it belongs to another partner's account
     */
    public DomainOrder seenBy(CurrentUser user, String number) {
        DomainOrder order = find(number).orElseThrow(() -> Refusal.notFound("domainOrder", number));
        user.checkSees(order.account(), "domainOrder", number);
        return order;
    }

    /** Reads every domain order of the items, by number. */
    public List<DomainOrder> ofItems(Collection<UUID> itemIds) {
        List<DomainOrder> found = Batches.of(
                itemIds, s -> byKey.query(DomainOrder.class, "select d from DomainOrder d where d.itemId in :key", s)
                        .getResultList());
        found.sort(Comparator.comparing(DomainOrder::number));
        return found;
    }

    /** Reads every domain order of a customer order, by line item and number. */
    public List<DomainOrder> ofCustomerOrder(String customerOrder) {
        return byKey.query(
                        DomainOrder.class,
                        "select d from DomainOrder d where d.customerOrder = :key order by d.lineItem, d.node.depth,"
                                + " d.number",
                        customerOrder)
                .getResultList();
    }

    /** Those of these line items of the order, by line item, wholes before parts. */
    public List<DomainOrder> ofLineItems(String customerOrder, Collection<String> lineItems) {
        return lineItems.isEmpty()
                ? List.of()
                : byKey.query(
                                DomainOrder.class,
                                "select d from DomainOrder d where d.customerOrder = :key and d.lineItem in :items"
                                        + " order by d.lineItem, d.node.depth, d.number",
                                customerOrder)
                        .setParameter("items", lineItems)
                        .getResultList();
    }

    /**
     * Ids of the order's items, by number, whose cancellation Field Service has answered everywhere without ending it: the
     * manager has to decide.
     */
    public List<UUID> undecidedCancellations(UUID customerOrder, int first, int max) {
        return undecided("select i.id", UUID.class, customerOrder, " order by i.number")
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    /** How many of them there are. */
    public long countUndecidedCancellations(UUID customerOrder) {
        return undecided("select count(i.id)", Long.class, customerOrder, "").getSingleResult();
    }

    private <T> TypedQuery<T> undecided(String select, Class<T> result, UUID customerOrder, String order) {
        return byKey.query(
                        result,
                        select + " from OrderLineItem i where i.orderId = :key and i.state = :state"
                                + " and not exists (select l.key from WorkOrderLink l, DomainOrder d"
                                + " where d.itemId = i.id and l.domainOrderId = d.id"
                                + " and d.state in :open and l.requests.revision > l.requests.answeredRevision)"
                                + order,
                        customerOrder)
                .setParameter("state", OrderState.CANCELLATION_IN_PROGRESS)
                .setParameter("open", DomainOrderState.open());
    }

    /** The domain orders that are parts of this one, one level down, by number. */
    public List<DomainOrder> childrenOf(UUID id) {
        return byKey.query(
                        DomainOrder.class,
                        "select d from DomainOrder d where d.node.parentId = :key order by d.number",
                        id)
                .getResultList();
    }

    /** Children's numbers by parent, in order. */
    public Map<UUID, List<String>> childNumbers(Collection<UUID> parents) {
        Map<UUID, List<String>> numbers = new HashMap<>();
        Batches.of(parents, s -> byKey.query(
                                Object[].class,
                                "select d.node.parentId, d.number from DomainOrder d where d.node.parentId in :key"
                                        + " order by d.number",
                                s)
                        .getResultList())
                .forEach(r -> numbers.computeIfAbsent((UUID) r[0], p -> new ArrayList<>())
                        .add((String) r[1]));
        return numbers;
    }

    public void add(DomainOrder order) {
        entityManager.persist(order);
    }

    /** Links by domain order; by template, occurrence and generation. Every asked domain order has an entry. */
    public WorkOrderLinks links(Collection<UUID> domainOrderIds) {
        List<WorkOrderLink> links = Batches.of(domainOrderIds, s -> byKey.query(
                        WorkOrderLink.class, "select l from WorkOrderLink l where l.domainOrderId in :key", s)
                .getResultList());
        return new WorkOrderLinks(domainOrderIds, links, AS_PLANNED);
    }

    /** Reads one link; the caller holds its domain order's lock. */
    public WorkOrderLink link(UUID workOrderKey) {
        return byKey.query(WorkOrderLink.class, "select l from WorkOrderLink l where l.key = :key", workOrderKey)
                .getSingleResult();
    }

    public void add(WorkOrderLink link) {
        entityManager.persist(link);
    }

    /** Items that may have open work that uses the record, by number of the item. */
    public List<UUID> itemsWithOpenWork(Use use, String number) {
        String condition =
                switch (use) {
                    case ACCOUNT -> "d.account = :number";
                    case LOCATION -> "d.location = :number";
                    case CONTACT ->
                        "exists (select i.id from OrderLineItem i where i.id = d.itemId and i.said.contact = :number)";
                };
        return entityManager
                .createQuery(
                        "select distinct d.lineItem, d.itemId from DomainOrder d where d.state in :open and "
                                + condition + " order by d.lineItem",
                        Object[].class)
                .setParameter("open", DomainOrderState.open())
                .setParameter("number", number)
                .getResultList()
                .stream()
                .map(r -> (UUID) r[1])
                .toList();
    }

    /** How work uses a record of reference data. */
    public enum Use {
        ACCOUNT,
        CONTACT,
        LOCATION
    }

    public List<DomainOrder> find(Collection<UUID> ids) {
        return Batches.of(
                ids, slice -> byKey.query(DomainOrder.class, "select d from DomainOrder d where d.id in :key", slice)
                        .getResultList());
    }

    /** The numbers of changes that wait for the manager, by item; an item without one has no entry. */
    public Map<UUID, List<String>> requestedChanges(Collection<UUID> itemIds) {
        Map<UUID, List<String>> changes = new HashMap<>();
        Batches.of(itemIds, slice -> byKey.query(
                                Object[].class,
                                "select c.itemId, c.number from InflightChange c where c.itemId in :key"
                                        + " and c.state = :state order by c.number",
                                slice)
                        .setParameter("state", InflightChangeState.REQUESTED)
                        .getResultList())
                .forEach(r -> changes.computeIfAbsent((UUID) r[0], i -> new ArrayList<>())
                        .add((String) r[1]));
        return changes;
    }

    /** A page of domain orders. */
    public List<DomainOrder> list(DomainOrderFilter filter, @Nullable String ownAccount, int first, int max) {
        return new DomainOrderQuery(filter, ownAccount).page(entityManager, first, max);
    }

    public long count(DomainOrderFilter filter, @Nullable String ownAccount) {
        return new DomainOrderQuery(filter, ownAccount).count(entityManager);
    }

    /** Those decided since then, whatever became of them, and all that are open: the next ones, by number. */
    public List<DomainOrder> decidedOrOpen(String afterNumber, Instant since, int max) {
        return decidedOrOpen("select d", DomainOrder.class, " and d.number > :after order by d.number", since)
                .setParameter("after", afterNumber)
                .setMaxResults(max)
                .getResultList();
    }

    /** How many of them there are. */
    public long countDecidedOrOpen(Instant since) {
        return decidedOrOpen("select count(d)", Long.class, "", since).getSingleResult();
    }

    private <T> TypedQuery<T> decidedOrOpen(String select, Class<T> result, String end, Instant since) {
        // a domain order comes into being with its decision
        return entityManager
                .createQuery(
                        select + " from DomainOrder d where (d.createdAt >= :since or d.state in :open)" + end, result)
                .setParameter("since", since)
                .setParameter("open", DomainOrderState.open());
    }

    /** How many domain orders are in each state; every state is there. */
    public Map<DomainOrderState, Long> countByState(@Nullable String ownAccount) {
        Map<DomainOrderState, Long> counts = new EnumMap<>(DomainOrderState.class);
        for (DomainOrderState state : DomainOrderState.values()) {
            counts.put(state, 0L);
        }
        String where = ownAccount == null ? "" : " where d.account = :own";
        TypedQuery<Object[]> query = entityManager.createQuery(
                "select d.state, count(d) from DomainOrder d" + where + " group by d.state", Object[].class);
        if (ownAccount != null) {
            query.setParameter("own", ownAccount);
        }
        query.getResultList().forEach(r -> counts.put((DomainOrderState) r[0], (Long) r[1]));
        return counts;
    }

    /** Locks and reads, by number, domain orders that a reconciliation may call verified: open, or changed since the last one. */
    public List<DomainOrder> lockUnverified(String afterNumber, Instant createdBefore, int max) {
        // numbers first: H2 takes no lock together with a limit
        List<String> numbers = byKey.query(
                        String.class,
                        "select d.number from DomainOrder d where d.number > :key and d.createdAt < :before and"
                                + " (d.state in :open or d.lastVerifiedAt is null or d.lastVerifiedAt < d.updatedAt) order"
                                + " by d.number",
                        afterNumber)
                .setParameter("before", createdBefore)
                .setParameter("open", DomainOrderState.open())
                .setMaxResults(max)
                .getResultList();
        return Batches.of(numbers, s -> byKey.locking(
                        DomainOrder.class, "select d from DomainOrder d where d.number in :key order by d.number", s)
                .getResultList());
    }

    /** Whether a reconciliation found it in Field Service though nobody here asked for it. */
    public boolean isOrphan(UUID workOrderKey) {
        return !entityManager
                .createNativeQuery("select 1 from om.reconciliation_finding where work_order_key = ?1"
                        + " and kind in ('ORPHANED', 'DUPLICATE') fetch first 1 row only")
                .setParameter(1, workOrderKey)
                .getResultList()
                .isEmpty();
    }

    /** Writes what is pending to the database. */
    public void flush() {
        entityManager.flush();
    }
}
