package io.orderfield.om.catalog;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Specifications: everybody reads them, administrators create and change them. A change is for what is ordered from now
 * on: orders that are approved keep the domain orders that they were decomposed into.
 */
@Stateless
@May(Right.READ_SPECIFICATIONS)
public class SpecificationService {
    /** A tree with more nodes is shown to here only; factors say how many, so real ones are far smaller. */
    private static final int MOST_NODES = 500;

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    /**
     * One page of the specifications, by code when the filter names no order.
     *
     * @param max 1 to 200
     */
    public List<SpecificationView> list(CatalogFilter filter, int first, int max) {
        return catalog().views(new CatalogLists(entityManager).page(Specification.class, filter, null, first, max));
    }

    /** How many specifications the filter lets through. */
    public long count(CatalogFilter filter) {
        return new CatalogLists(entityManager).count(Specification.class, filter, null);
    }

    /** The specification of this code. */
    @May(value = Right.READ_SPECIFICATIONS, hidden = true)
    public SpecificationView find(String code) {
        return found(catalog().specifications(List.of(code)), code);
    }

    /** The specification and everything that it is realized as, each after its whole. */
    public List<SpecificationNode> tree(String code) {
        Map<String, SpecificationView> known = catalog().specificationsWithParts(List.of(code));
        List<SpecificationNode> nodes = new ArrayList<>();
        grow(nodes, known, found(known, code), 0, 1, 1);
        return nodes;
    }

    /** Codes of the specifications that are realized as this one. */
    public List<String> wholesOf(String code) {
        return entityManager
                .createQuery("select p.whole from Part p where p.code = :code order by p.whole", String.class)
                .setParameter("code", code)
                .setMaxResults(ListQuery.LARGEST_PAGE)
                .getResultList();
    }

    /** Creates a specification. */
    @May(Right.KEEP_REFERENCE_DATA)
    public SpecificationView create(NewSpecification specification) {
        Map<String, SpecificationView> known = specifications().lock();
        SpecificationView valid = SpecificationChecks.checked(
                new SpecificationView(
                        specification.code(),
                        specification.name(),
                        specification.type(),
                        true,
                        specification.characteristics(),
                        specification.parts()),
                known);
        if (known.keySet().stream().anyMatch(valid.code()::equalsIgnoreCase)) {
            throw CatalogRefusals.codeTaken(valid.code());
        }
        new SpecificationTrees(known).accept(valid);
        specifications().add(valid, user.name(), clock.instant());
        return find(valid.code());
    }

    /** Changes a specification; what is the same as before is no change. */
    @May(Right.KEEP_REFERENCE_DATA)
    public SpecificationView change(String code, SpecificationChange change, @Nullable Long expectedVersion) {
        Map<String, SpecificationView> known = specifications().lock();
        SpecificationView now = found(known, code);
        Refusal.checkVersion(expectedVersion, now.version(), "specification", code);
        SpecificationView valid = SpecificationChecks.checked(change.of(now), known);
        if (!valid.equals(now)) {
            new SpecificationTrees(known).accept(valid);
            specifications().change(valid, expectedVersion, user.name(), clock.instant());
        }
        return find(code);
    }

    private static void grow(
            List<SpecificationNode> nodes,
            Map<String, SpecificationView> known,
            SpecificationView of,
            int depth,
            int factor,
            long total) {
        nodes.add(new SpecificationNode(depth, of.code(), of.name(), of.type(), of.active(), factor, total));
        for (PartView part : of.parts()) {
            SpecificationView next = known.get(part.code());
            if (next != null && depth < SpecificationTrees.DEEPEST && nodes.size() < MOST_NODES) {
                grow(nodes, known, next, depth + 1, part.factor(), total * part.factor());
            }
        }
    }

    private static SpecificationView found(Map<String, SpecificationView> known, String code) {
        SpecificationView specification = known.get(code);
        if (specification == null) {
            throw Refusal.notFound("specification", code);
        }
        return specification;
    }

    private Specifications specifications() {
        return new Specifications(entityManager);
    }

    private Catalog catalog() {
        return new Catalog(entityManager);
    }
}
