package io.orderfield.om.catalog;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.ListQuery.Sort;
import io.orderfield.kernel.Refusal;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of reference data: one statement a page, in an order that an index has and that is total. */
final class CatalogLists {
    /**
     * How a kind is searched and sorted.
     *
     * @param what the kind in words, plural
     * @param key the field that is unique
     * @param order the list's own order: a field
     * @param texts the fields that a text is looked for in
     * @param fields the fields that a caller may sort by
     */
    private record Kind(String what, String key, String order, List<String> texts, List<String> fields) {
        Map<String, String> sorts() {
            return fields.stream().collect(Collectors.toMap(Function.identity(), field -> "e." + field));
        }
    }

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            Account.class,
                    new Kind(
                            "accounts",
                            "number",
                            "name",
                            List.of("number", "name", "externalCode", "segment"),
                            List.of("number", "name", "segment", "updatedAt")),
            Contact.class,
                    new Kind(
                            "contacts",
                            "number",
                            "name",
                            List.of("number", "name", "email", "phone", "externalCode"),
                            List.of("number", "name", "account", "updatedAt")),
            Location.class,
                    new Kind(
                            "locations",
                            "number",
                            "name",
                            List.of("number", "name", "street", "city", "externalCode"),
                            List.of("number", "name", "account", "city", "region", "updatedAt")),
            Specification.class,
                    new Kind(
                            "specifications",
                            "code",
                            "code",
                            List.of("code", "name"),
                            List.of("code", "name", "type", "updatedAt")));

    private final EntityManager entityManager;

    CatalogLists(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * @param own number of the only account that the caller may see, null for every account
     * @throws Refusal INVALID for an unknown sort or type, and for a page that there can't be
     */
    <E> List<E> page(Class<E> type, CatalogFilter filter, @Nullable String own, int first, int max) {
        ListQuery.checkPage(first, max);
        return query(type, filter, own)
                .query(entityManager, "e", type, order(kind(type), filter.sort()))
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    long count(Class<?> type, CatalogFilter filter, @Nullable String own) {
        return query(type, filter, own).count(entityManager, "e");
    }

    private static ListQuery query(Class<?> type, CatalogFilter filter, @Nullable String own) {
        ListQuery query = new ListQuery(type.getSimpleName() + " e");
        if (type == Specification.class) {
            if (filter.type() != null) {
                query.where("e.type = :type", "type", specificationType(filter.type()));
            }
        } else {
            String account = type == Account.class ? "e.number" : "e.account";
            query.equal(account, "own", own)
                    .equal(account, "account", filter.account())
                    .equal("e.externalCode", "externalCode", filter.externalCode());
        }
        if (filter.active() != null) {
            // as text: beside a function EclipseLink writes H2 a number for a boolean, which H2 can't compare
            query.where(
                    "lower(cast(e.active varchar(5))) = :active",
                    "active",
                    filter.active().toString());
        }
        return query.containing(
                filter.text(),
                kind(type).texts().stream()
                        .map(field -> ListQuery.like("e." + field))
                        .toArray(String[]::new));
    }

    private static String order(Kind kind, @Nullable String wanted) {
        Sort sort = Sort.of(wanted, kind.order(), kind.sorts(), kind.what());
        String key = "e." + kind.key();
        // the key makes the order total, so that no entry falls between two pages
        return " order by " + sort.path() + sort.direction()
                + (sort.path().equals(key) ? "" : ", " + key + sort.direction());
    }

    private static SpecificationType specificationType(String type) {
        if (!SpecificationType.WORDS.contains(type.toLowerCase(Locale.ROOT))) {
            throw Refusal.invalid("unknown-type").with("type", type);
        }
        return SpecificationType.of(type);
    }

    private static Kind kind(Class<?> type) {
        Kind kind = KINDS.get(type);
        if (kind == null) {
            throw new IllegalArgumentException(type + " is no list of reference data");
        }
        return kind;
    }
}
