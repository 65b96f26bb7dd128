package io.orderfield.om.domainorder;

import io.orderfield.kernel.Batches;
import io.orderfield.kernel.ByKey;
import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import io.orderfield.om.plan.LinkState;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is believed of work orders, to be compared with what Field Service has. */
@Shared
public class ReconciledWork {
    private static final String FIGURES =
            "select l, d.number, d.customerOrder from WorkOrderLink l, DomainOrder d where d.id = l.domainOrderId";

    private final EntityManager entityManager;
    private final ByKey byKey;

    @Inject
    public ReconciledWork(@OmData EntityManager entityManager) {
        this.entityManager = entityManager;
        this.byKey = new ByKey(entityManager);
    }

    /**
     * A page of what is believed of work orders, in rising order of the keys' bytes; without locks.
     *
     * @param after begins after this key; null from the start
     * @param upTo ends with this key; null to the end
     */
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

    /** What is believed of these work orders. */
    public List<LinkFigures> figures(Collection<UUID> keys) {
        return Batches.of(keys, s -> figures(byKey.query(Object[].class, FIGURES + " and l.key in :key", s)));
    }

    private static List<LinkFigures> figures(TypedQuery<Object[]> query) {
        return query.getResultList().stream()
                .map(r -> ((WorkOrderLink) r[0]).figures((String) r[1], (String) r[2]))
                .toList();
    }

    /** Whether the domain order has a work order of the template that is not canceled. */
    public boolean hasWork(String domainOrder, String template) {
        return byKey.query(
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
}
