package io.orderfield.om.catalog;

import io.orderfield.kernel.Refusal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of reference data: one statement a page, in an order that an index has and that is total. */
final class CatalogLists {
    static final int LARGEST_PAGE = 200;

    /**
     * How a kind is searched and sorted.
     *
     * @param what the kind in words, plural
     * @param key the field that is unique
     * @param order the list's own order: a field
     * @param texts the fields that a text is looked for in
     * @param sorts the fields that a caller may sort by
     */
    private record Kind(String what, String key, String order, List<String> texts, List<String> sorts) {}

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            Account.class,
                    new Kind(
                            "Accounts",
                            "number",
                            "name",
                            List.of("number", "name", "externalCode", "segment"),
                            List.of("number", "name", "segment", "updatedAt")),
            Contact.class,
                    new Kind(
                            "Contacts",
                            "number",
                            "name",
                            List.of("number", "name", "email", "phone", "externalCode"),
                            List.of("number", "name", "account", "updatedAt")),
            Location.class,
                    new Kind(
                            "Locations",
                            "number",
                            "name",
                            List.of("number", "name", "street", "city", "externalCode"),
                            List.of("number", "name", "account", "city", "region", "updatedAt")),
            Specification.class,
                    new Kind(
                            "Specifications",
                            "code",
                            "code",
                            List.of("code", "name"),
                            List.of("code", "name", "type", "updatedAt")));

    private final EntityManager entityManager;

    CatalogLists(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @param own number of the only account that the caller may see, null for every account */
    <E> List<E> page(Class<E> type, CatalogFilter filter, @Nullable String own, int first, int max) {
        if (first < 0 || max < 1 || max > LARGEST_PAGE) {
            throw Refusal.invalid("invalid-page", "A page starts at 0 or later and has 1 to 200 entries.");
        }
        TypedQuery<E> query = query("select e", type, type, filter, own, order(kind(type), filter.sort()));
        return query.setFirstResult(first).setMaxResults(max).getResultList();
    }

    long count(Class<?> type, CatalogFilter filter, @Nullable String own) {
        return query("select count(e)", Long.class, type, filter, own, "").getSingleResult();
    }

    private <R> TypedQuery<R> query(
            String select, Class<R> result, Class<?> type, CatalogFilter filter, @Nullable String own, String order) {
        Kind kind = kind(type);
        List<String> parts = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        String account = type == Account.class ? "e.number" : "e.account";
        if (own != null && type != Specification.class) {
            parts.add(account + " = :own");
            parameters.put("own", own);
        }
        if (filter.account() != null && type != Specification.class) {
            parts.add(account + " = :account");
            parameters.put("account", filter.account());
        }
        if (filter.externalCode() != null && type != Specification.class) {
            parts.add("e.externalCode = :externalCode");
            parameters.put("externalCode", filter.externalCode());
        }
        if (filter.type() != null && type == Specification.class) {
            parts.add("e.type = :type");
            parameters.put("type", specificationType(filter.type()));
        }
        if (filter.active() != null) {
            // as text: beside a function EclipseLink writes H2 a number for a boolean, which H2 can't compare
            parts.add("lower(cast(e.active varchar(5))) = :active");
            parameters.put("active", filter.active().toString());
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            parts.add("("
                    + String.join(
                            " or ",
                            kind.texts().stream()
                                    .map(field -> "lower(e." + field + ") like :text escape '!'")
                                    .toList())
                    + ")");
            parameters.put("text", pattern(filter.text().strip()));
        }
        String where = parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
        TypedQuery<R> query =
                entityManager.createQuery(select + " from " + type.getSimpleName() + " e" + where + order, result);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static String order(Kind kind, @Nullable String sort) {
        String wanted = sort == null || sort.isBlank() ? kind.order() : sort;
        boolean descending = wanted.startsWith("-");
        String field = descending ? wanted.substring(1) : wanted;
        if (!kind.sorts().contains(field)) {
            throw Refusal.invalid("unknown-sort", kind.what() + " can't be sorted by " + wanted + ".");
        }
        String direction = descending ? " desc" : " asc";
        // the key makes the order total, so that no entry falls between two pages
        return " order by e." + field + direction + (field.equals(kind.key()) ? "" : ", e." + kind.key() + direction);
    }

    private static SpecificationType specificationType(String type) {
        if (!SpecificationType.WORDS.contains(type.toLowerCase(Locale.ROOT))) {
            throw Refusal.invalid(
                    "unknown-type", "A specification is a product, service or resource, not " + type + ".");
        }
        return SpecificationType.of(type);
    }

    private static String pattern(String text) {
        String escaped = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_")
                .replace("\0", "");
        return "%" + escaped + "%";
    }

    private static Kind kind(Class<?> type) {
        Kind kind = KINDS.get(type);
        if (kind == null) {
            throw new IllegalArgumentException(type + " is no list of reference data");
        }
        return kind;
    }
}
