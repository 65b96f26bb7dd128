package io.orderfield.om.domainorder;

import io.orderfield.kernel.Batches;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.ActivityEntry;
import io.orderfield.messaging.delivery.TraceContext;
import io.orderfield.om.OmData;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.inflight.InflightChangeState;
import io.orderfield.om.plan.LinkState;
import io.orderfield.om.worknote.NoteSubjects.NoteSubject;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Domain orders through JPA. Bulk reads and locks go out in slices, in order. */
@Shared
public class JpaDomainOrders implements DomainOrders {

    private static final String FIGURES =
            "select l, d.number, d.customerOrder from WorkOrderLink l, DomainOrder d" + " where d.id = l.domainOrderId";

    private static final Comparator<WorkOrderLink> AS_PLANNED = Comparator.comparing(WorkOrderLink::template)
            .thenComparing(WorkOrderLink::origin)
            .thenComparing(WorkOrderLink::occurrence)
            .thenComparing(WorkOrderLink::generation)
            .thenComparing(WorkOrderLink::createdAt)
            .thenComparing(WorkOrderLink::key);

    private final EntityManager entityManager;

    @Inject
    public JpaDomainOrders(@OmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public Optional<Place> placeOf(String number) {
        return place("select d.id, d.itemId, d.orderId from DomainOrder d where d.number = :key", number);
    }

    @Override
    public Optional<Place> placeOf(UUID workOrderKey) {
        return place(
                "select d.id, d.itemId, d.orderId from WorkOrderLink l, DomainOrder d"
                        + " where l.key = :key and d.id = l.domainOrderId",
                workOrderKey);
    }

    private Optional<Place> place(String jpql, Object key) {
        return query(Object[].class, jpql, key).getResultList().stream()
                .map(r -> new Place((UUID) r[0], (UUID) r[1], (UUID) r[2]))
                .findFirst();
    }

    @Override
    public Optional<NoteSubject> subject(String number) {
        return query(
                        Object[].class,
                        "select d.id, d.number, d.customerOrder, d.account from DomainOrder d where d.number = :key",
                        number)
                .getResultList()
                .stream()
                .map(r -> new NoteSubject((UUID) r[0], (String) r[1], (String) r[2], (String) r[3]))
                .findFirst();
    }

    @Override
    public DomainOrder lock(UUID id) {
        return locking(query(DomainOrder.class, "select d from DomainOrder d where d.id = :key", id))
                .getSingleResult();
    }

    @Override
    public List<DomainOrder> lockOfItems(Collection<UUID> itemIds) {
        // ids first: a slice of items is no slice of numbers, and the locks have to be taken by number
        List<Object[]> rows = Batches.of(itemIds, s -> query(
                        Object[].class, "select d.number, d.id from DomainOrder d where d.itemId in :key", s)
                .getResultList());
        List<UUID> ids = rows.stream()
                .sorted(Comparator.comparing(r -> (String) r[0]))
                .map(r -> (UUID) r[1])
                .toList();
        return Batches.of(ids, s -> locking(
                        query(DomainOrder.class, "select d from DomainOrder d where d.id in :key order by d.number", s))
                .getResultList());
    }

    @Override
    public List<OrderLineItem> lockItems(Collection<UUID> itemIds) {
        return Batches.of(itemIds, s -> locking(query(
                        OrderLineItem.class, "select i from OrderLineItem i where i.id in :key order by i.number", s))
                .getResultList());
    }

    @Override
    public Optional<DomainOrder> find(String number) {
        return query(DomainOrder.class, "select d from DomainOrder d where d.number = :key", number)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public List<DomainOrder> ofItems(Collection<UUID> itemIds) {
        List<DomainOrder> found = Batches.of(
                itemIds, s -> query(DomainOrder.class, "select d from DomainOrder d where d.itemId in :key", s)
                        .getResultList());
        found.sort(Comparator.comparing(DomainOrder::number));
        return found;
    }

    @Override
    public List<DomainOrder> ofCustomerOrder(String customerOrder) {
        return query(
                        DomainOrder.class,
                        "select d from DomainOrder d where d.customerOrder = :key order by d.lineItem, d.depth, d.number",
                        customerOrder)
                .getResultList();
    }

    @Override
    public List<DomainOrder> ofLineItems(String customerOrder, Collection<String> lineItems) {
        return lineItems.isEmpty()
                ? List.of()
                : query(
                                DomainOrder.class,
                                "select d from DomainOrder d where d.customerOrder = :key and d.lineItem in :items"
                                        + " order by d.lineItem, d.depth, d.number",
                                customerOrder)
                        .setParameter("items", lineItems)
                        .getResultList();
    }

    @Override
    public List<UUID> undecidedCancellations(UUID customerOrder, int first, int max) {
        return undecided("select i.id", UUID.class, customerOrder, " order by i.number")
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public long countUndecidedCancellations(UUID customerOrder) {
        return undecided("select count(i.id)", Long.class, customerOrder, "").getSingleResult();
    }

    private <T> TypedQuery<T> undecided(String select, Class<T> result, UUID customerOrder, String order) {
        return query(
                        result,
                        select + " from OrderLineItem i where i.orderId = :key and i.state = :state"
                                + " and not exists (select l.key from WorkOrderLink l, DomainOrder d"
                                + " where d.itemId = i.id and l.domainOrderId = d.id"
                                + " and d.state not in :final and l.requestRevision > l.answeredRequestRevision)"
                                + order,
                        customerOrder)
                .setParameter("state", OrderState.CANCELLATION_IN_PROGRESS)
                .setParameter(
                        "final",
                        Arrays.stream(DomainOrderState.values())
                                .filter(DomainOrderState::isFinal)
                                .toList());
    }

    @Override
    public List<DomainOrder> childrenOf(UUID id) {
        return query(DomainOrder.class, "select d from DomainOrder d where d.parentId = :key order by d.number", id)
                .getResultList();
    }

    @Override
    public Map<UUID, List<String>> childNumbers(Collection<UUID> parents) {
        Map<UUID, List<String>> numbers = new HashMap<>();
        Batches.of(parents, s -> query(
                                Object[].class,
                                "select d.parentId, d.number from DomainOrder d where d.parentId in :key"
                                        + " order by d.number",
                                s)
                        .getResultList())
                .forEach(r -> numbers.computeIfAbsent((UUID) r[0], p -> new ArrayList<>())
                        .add((String) r[1]));
        return numbers;
    }

    @Override
    public void add(DomainOrder order) {
        entityManager.persist(order);
    }

    @Override
    public WorkOrderLinks links(Collection<UUID> domainOrderIds) {
        List<WorkOrderLink> links = Batches.of(domainOrderIds, s -> query(
                        WorkOrderLink.class, "select l from WorkOrderLink l where l.domainOrderId in :key", s)
                .getResultList());
        return new WorkOrderLinks(domainOrderIds, links, AS_PLANNED);
    }

    @Override
    public WorkOrderLink link(UUID workOrderKey) {
        return query(WorkOrderLink.class, "select l from WorkOrderLink l where l.key = :key", workOrderKey)
                .getSingleResult();
    }

    @Override
    public void add(WorkOrderLink link) {
        entityManager.persist(link);
    }

    @Override
    public List<UUID> itemsWithOpenWork(Use use, String number) {
        String condition =
                switch (use) {
                    case ACCOUNT -> "d.account = :number";
                    case LOCATION -> "d.location = :number";
                    case CONTACT ->
                        "exists (select i.id from OrderLineItem i" + " where i.id = d.itemId and i.contact = :number)";
                };
        return entityManager
                .createQuery(
                        "select distinct d.lineItem, d.itemId from DomainOrder d where d.state in :open and "
                                + condition + " order by d.lineItem",
                        Object[].class)
                .setParameter(
                        "open",
                        List.of(
                                DomainOrderState.IN_PROGRESS,
                                DomainOrderState.ON_HOLD,
                                DomainOrderState.CANCELLATION_IN_PROGRESS))
                .setParameter("number", number)
                .getResultList()
                .stream()
                .map(r -> (UUID) r[1])
                .toList();
    }

    @Override
    public Optional<FollowUp> wish(UUID id) {
        return Optional.ofNullable(entityManager.find(FollowUp.class, id));
    }

    @Override
    public void add(FollowUp wish) {
        entityManager.persist(wish);
    }

    @Override
    public void add(WorkOrderAttachment attachment) {
        entityManager.persist(attachment);
    }

    @Override
    public List<WorkOrderAttachment> attachments(UUID domainOrderId, int first, int max) {
        return query(
                        WorkOrderAttachment.class,
                        "select a from WorkOrderAttachment a where a.domainOrderId = :key order by a.addedAt, a.id",
                        domainOrderId)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public long countAttachments(UUID domainOrderId) {
        return query(
                        Long.class,
                        "select count(a) from WorkOrderAttachment a where a.domainOrderId = :key",
                        domainOrderId)
                .getSingleResult();
    }

    @Override
    public Map<UUID, List<FollowUp>> openWishes(Collection<UUID> domainOrderIds) {
        Map<UUID, List<FollowUp>> wishes = new HashMap<>();
        Batches.of(domainOrderIds, slice -> query(
                                FollowUp.class,
                                "select w from FollowUp w where w.domainOrderId in :key and w.state = :state"
                                        + " order by w.id",
                                slice)
                        .setParameter("state", FollowUpState.OPEN)
                        .getResultList())
                .forEach(w -> wishes.computeIfAbsent(w.domainOrderId(), d -> new ArrayList<>())
                        .add(w));
        return wishes;
    }

    @Override
    public List<DomainOrder> find(Collection<UUID> ids) {
        return Batches.of(
                ids, slice -> query(DomainOrder.class, "select d from DomainOrder d where d.id in :key", slice)
                        .getResultList());
    }

    @Override
    public List<FollowUp> openWishes(int first, int max) {
        return entityManager
                .createQuery(
                        "select w from FollowUp w where w.state = :state order by w.wishedAt, w.id", FollowUp.class)
                .setParameter("state", FollowUpState.OPEN)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    @Override
    public long countOpenWishes() {
        return entityManager
                .createQuery("select count(w) from FollowUp w where w.state = :state", Long.class)
                .setParameter("state", FollowUpState.OPEN)
                .getSingleResult();
    }

    @Override
    public Map<UUID, List<String>> requestedChanges(Collection<UUID> itemIds) {
        Map<UUID, List<String>> changes = new HashMap<>();
        Batches.of(itemIds, slice -> query(
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

    @Override
    public void park(UUID workOrderKey, ActivityEntry entry) {
        if (parked(workOrderKey).stream().noneMatch(p -> p.sequence() == entry.sequence())) {
            entityManager.persist(new ParkedEntry(workOrderKey, entry, TraceContext.current()));
        }
    }

    @Override
    public List<ParkedEntry> parked(UUID workOrderKey) {
        return query(
                        ParkedEntry.class,
                        "select p from ParkedEntry p where p.workOrderKey = :key order by p.sequence",
                        workOrderKey)
                .getResultList();
    }

    @Override
    public void unpark(ParkedEntry entry) {
        entityManager.remove(entry);
    }

    @Override
    public List<UUID> gapsDue(Instant now, int most) {
        return query(
                        UUID.class,
                        "select l.key from WorkOrderLink l where l.gapDueAt <= :key order by l.gapDueAt, l.key",
                        now)
                .setMaxResults(most)
                .getResultList();
    }

    @Override
    public List<LinkFigures> figures(@Nullable UUID after, @Nullable UUID upTo, int max) {
        TypedQuery<Object[]> query = entityManager.createQuery(
                FIGURES + (after == null ? "" : " and l.key > :after") + (upTo == null ? "" : " and l.key <= :upTo")
                        + " order by l.key",
                Object[].class);
        if (after != null) {
            query.setParameter("after", after);
        }
        if (upTo != null) {
            query.setParameter("upTo", upTo);
        }
        return figures(query.setMaxResults(max));
    }

    @Override
    public List<LinkFigures> figures(Collection<UUID> keys) {
        return Batches.of(keys, s -> figures(query(Object[].class, FIGURES + " and l.key in :key", s)));
    }

    private static List<LinkFigures> figures(TypedQuery<Object[]> query) {
        return query.getResultList().stream()
                .map(r -> ((WorkOrderLink) r[0]).figures((String) r[1], (String) r[2]))
                .toList();
    }

    @Override
    public boolean isOrphan(UUID workOrderKey) {
        return !entityManager
                .createNativeQuery("select 1 from om.reconciliation_finding where work_order_key = ?1"
                        + " and kind in ('ORPHANED', 'DUPLICATE') fetch first 1 row only")
                .setParameter(1, workOrderKey)
                .getResultList()
                .isEmpty();
    }

    @Override
    public boolean hasWork(String domainOrder, String template) {
        return query(
                                Long.class,
                                "select count(l) from WorkOrderLink l, DomainOrder d where d.number = :key"
                                        + " and l.domainOrderId = d.id and l.template = :template"
                                        + " and l.state <> :canceled",
                                domainOrder)
                        .setParameter("template", template)
                        .setParameter("canceled", LinkState.CANCELED)
                        .getSingleResult()
                > 0;
    }

    @Override
    public List<DomainOrder> lockUnverified(String afterNumber, Instant createdBefore, int max) {
        // numbers first: H2 takes no lock together with a limit
        List<String> numbers = query(
                        String.class,
                        "select d.number from DomainOrder d where d.number > :key and d.createdAt < :before"
                                + " and (d.state in :open or d.lastVerifiedAt is null or d.lastVerifiedAt < d.updatedAt)"
                                + " order by d.number",
                        afterNumber)
                .setParameter("before", createdBefore)
                .setParameter(
                        "open",
                        List.of(
                                DomainOrderState.IN_PROGRESS,
                                DomainOrderState.ON_HOLD,
                                DomainOrderState.CANCELLATION_IN_PROGRESS))
                .setMaxResults(max)
                .getResultList();
        return Batches.of(numbers, s -> locking(query(
                        DomainOrder.class, "select d from DomainOrder d where d.number in :key order by d.number", s))
                .getResultList());
    }

    @Override
    public List<DomainOrder> list(DomainOrderFilter filter, @Nullable String ownAccount, int first, int max) {
        return new DomainOrderQuery(filter, ownAccount).page(entityManager, first, max);
    }

    @Override
    public long count(DomainOrderFilter filter, @Nullable String ownAccount) {
        return new DomainOrderQuery(filter, ownAccount).count(entityManager);
    }

    @Override
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

    @Override
    public void flush() {
        entityManager.flush();
    }

    private <T> TypedQuery<T> query(Class<T> type, String jpql, Object key) {
        return entityManager.createQuery(jpql, type).setParameter("key", key);
    }

    private static <T> TypedQuery<T> locking(TypedQuery<T> query) {
        return query.setLockMode(LockModeType.PESSIMISTIC_WRITE);
    }
}
