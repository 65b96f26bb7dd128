package io.orderfield.om.customerorder;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Slices;
import io.orderfield.messaging.contract.FieldChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes in flight through JPA. */
@ApplicationScoped
class JpaInflightChanges implements InflightChanges {
    private static final String FROM = " from InflightChange c, OrderLineItem i, CustomerOrder o"
            + " where i.id = c.itemId and o.id = i.orderId and ";

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    protected JpaInflightChanges() {
        // for CDI
    }

    JpaInflightChanges(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A change with the numbers of what it belongs to. */
    private record Found(InflightChange change, String lineItem, String customerOrder) {}

    @Override
    public void add(InflightChange change, List<FieldChange> differences) {
        entityManager.persist(change);
        for (int i = 0; i < differences.size(); i++) {
            entityManager.persist(new InflightDifference(change.id(), i, differences.get(i)));
        }
    }

    @Override
    public Optional<UUID> itemOf(String number) {
        return entityManager
                .createQuery("select c.itemId from InflightChange c where c.number = :number", UUID.class)
                .setParameter("number", number)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public InflightChange find(String number) {
        return entityManager
                .createQuery("select c from InflightChange c where c.number = :number", InflightChange.class)
                .setParameter("number", number)
                .getSingleResult();
    }

    @Override
    public List<FieldChange> differences(InflightChange change) {
        return differences(List.of(change)).getOrDefault(change.id(), List.of());
    }

    @Override
    public List<InflightChange> requested(Collection<UUID> itemIds) {
        return Slices.of(itemIds, slice -> entityManager
                .createQuery(
                        "select c from InflightChange c where c.itemId in :items and c.state = :state order by c.number",
                        InflightChange.class)
                .setParameter("items", slice)
                .setParameter("state", InflightChangeState.REQUESTED)
                .getResultList());
    }

    @Override
    public Map<UUID, InflightChangeView> newest(Collection<UUID> itemIds) {
        List<Found> newest = Slices.of(
                itemIds,
                slice -> found(select("c.itemId in :items and c.position = i.changeCount", "c.number")
                        .setParameter("items", slice)));
        Map<UUID, InflightChangeView> views = new HashMap<>();
        List<InflightChangeView> inOrder = views(newest);
        for (int n = 0; n < newest.size(); n++) {
            views.put(newest.get(n).change().itemId(), inOrder.get(n));
        }
        return views;
    }

    @Override
    public Optional<InflightChangeView> view(String number, @Nullable String ownAccount) {
        Conditions conditions = new Conditions(ownAccount);
        conditions.and("c.number = :number", "number", number);
        return views(found(conditions.bind(select(conditions.text(), "c.number")))).stream()
                .findFirst();
    }

    @Override
    public List<InflightChangeView> list(InflightChangeFilter filter, @Nullable String ownAccount, int first, int max) {
        Conditions conditions = new Conditions(filter, ownAccount);
        return views(found(conditions
                .bind(select(conditions.text(), "c.requestedAt, c.number"))
                .setFirstResult(first)
                .setMaxResults(max)));
    }

    @Override
    public long count(InflightChangeFilter filter, @Nullable String ownAccount) {
        Conditions conditions = new Conditions(filter, ownAccount);
        return conditions
                .bind(entityManager.createQuery("select count(c)" + FROM + conditions.text(), Long.class))
                .getSingleResult();
    }

    @Override
    public List<InflightChangeView> applied(UUID itemId, int fromVersion, int toVersion) {
        return views(found(select("c.itemId = :item and c.itemVersion between :from and :to", "c.itemVersion")
                .setParameter("item", itemId)
                .setParameter("from", fromVersion)
                .setParameter("to", toVersion)));
    }

    private TypedQuery<Object[]> select(String condition, String order) {
        return entityManager.createQuery(
                "select c, i.number, o.number" + FROM + condition + " order by " + order, Object[].class);
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
        return Slices.of(changes.stream().map(InflightChange::id).toList(), slice -> entityManager
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

    /** Conditions with their parameters; nothing of the request's text ever becomes part of the query. */
    private static final class Conditions {
        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        Conditions(@Nullable String ownAccount) {
            if (ownAccount != null) {
                and("o.account = :own", "own", ownAccount);
            }
        }

        Conditions(InflightChangeFilter filter, @Nullable String ownAccount) {
            this(ownAccount);
            if (!filter.states().isEmpty()) {
                and("c.state in :states", "states", states(filter.states()));
            }
            if (filter.customerOrder() != null) {
                and("o.number = :order", "order", filter.customerOrder());
            }
        }

        void and(String condition, String parameter, Object value) {
            parts.add(condition);
            parameters.put(parameter, value);
        }

        String text() {
            return parts.isEmpty() ? "1 = 1" : String.join(" and ", parts);
        }

        <T> TypedQuery<T> bind(TypedQuery<T> query) {
            parameters.forEach(query::setParameter);
            return query;
        }

        private static Set<InflightChangeState> states(Set<String> names) {
            Set<InflightChangeState> states = EnumSet.noneOf(InflightChangeState.class);
            for (String name : names) {
                try {
                    states.add(InflightChangeState.valueOf(name));
                } catch (IllegalArgumentException e) {
                    throw Refusal.invalid("unknown-state", "There is no state " + name + " of changes in flight.");
                }
            }
            return states;
        }
    }
}
