package io.orderfield.kernel;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The filter of a list as JPQL. Only constant text gets into the statement; everything that a caller says is a parameter. A
 * condition that nobody asked for is not in it.
 */
public final class ListQuery {
    /** Most entries of one page. */
    public static final int LARGEST_PAGE = 200;

    private final String from;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** @param from entity and alias, such as {@code WorkOrder w}, with joins where there are any */
    public ListQuery(String from) {
        this.from = " from " + from;
    }

    /** What a list is sorted by. */
    public record Sort(String path, boolean descending) {
        /**
         * @param wanted a name, with a minus in front for falling values; null or blank for the usual order
         * @param paths the path of each name that a caller may sort by
         * @param what name of the records, plural, such as {@code workOrders}
         * @throws Refusal {@code unknown-sort}
         */
        public static Sort of(@Nullable String wanted, String usual, Map<String, String> paths, String what) {
            String name = wanted == null || wanted.isBlank() ? usual : wanted.strip();
            boolean descending = name.startsWith("-");
            String path = paths.get(descending ? name.substring(1) : name);
            if (path == null) {
                throw Refusal.invalid("unknown-sort")
                        .with("list", what)
                        .with("name", name)
                        .with("known", List.copyOf(new TreeSet<>(paths.keySet())));
            }
            return new Sort(path, descending);
        }

        /** {@code desc}, with a blank in front, or nothing. */
        public String direction() {
            return descending ? " desc" : "";
        }
    }

    /**
     * The states of these names.
     *
     * @param what name of the records, plural, such as {@code workOrders}
     * @throws Refusal {@code unknown-state}
     */
    public static <E extends Enum<E>> Set<E> states(Class<E> type, Collection<String> names, String what) {
        Set<E> states = EnumSet.noneOf(type);
        for (String name : names) {
            String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
            states.add(Arrays.stream(type.getEnumConstants())
                    .filter(state -> state.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() ->
                            Refusal.invalid("unknown-state").with("list", what).with("name", name)));
        }
        return states;
    }

    /** @throws Refusal {@code invalid-page} */
    public static void checkPage(int first, int max) {
        if (first < 0 || max < 1 || max > LARGEST_PAGE) {
            throw Refusal.invalid("invalid-page").with("most", LARGEST_PAGE);
        }
    }

    public ListQuery where(String condition) {
        conditions.add(condition);
        return this;
    }

    public ListQuery where(String condition, String parameter, Object value) {
        parameters.put(parameter, value);
        return where(condition);
    }

    /** Nothing is asked for by null and by a blank text. */
    public ListQuery equal(String path, String parameter, @Nullable Object value) {
        Object wanted = value instanceof String text ? text.strip() : value;
        return wanted == null || wanted.equals("") ? this : where(path + " = :" + parameter, parameter, wanted);
    }

    /** The same with a comparison, such as {@code t.scheduledEnd > :after}. */
    public ListQuery compare(String condition, String parameter, @Nullable Object value) {
        return value == null ? this : where(condition, parameter, value);
    }

    /** One of these; nothing is asked for by none. */
    public ListQuery among(String path, String parameter, Collection<?> values) {
        return switch (values.size()) {
            case 0 -> this;
            case 1 -> equal(path, parameter, values.iterator().next());
            default -> where(path + " in :" + parameter, parameter, values);
        };
    }

    /**
     * The text is found in one of these; nothing is asked for by a blank one.
     *
     * @param places conditions made by {@link #like}, or with one in a subquery
     */
    public ListQuery containing(@Nullable String text, String... places) {
        return text == null || text.isBlank()
                ? this
                : where("(" + String.join(" or ", places) + ")", "text", pattern(text.strip()));
    }

    /** That the text of {@link #containing} is a part of this, in any case. */
    public static String like(String path) {
        return "lower(" + path + ") like :text escape '!'";
    }

    /** A pattern for <em>contains</em>, in lower case, with {@code !} as the escape. */
    public static String pattern(String text) {
        return "%" + literal(text.toLowerCase(Locale.ROOT)) + "%";
    }

    /** The text as a pattern that means just itself, with {@code !} as the escape. */
    public static String literal(String text) {
        return text.replace("\0", "").replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** @param end what follows the conditions: an order or a grouping, or nothing */
    public <T> TypedQuery<T> query(EntityManager entityManager, String select, Class<T> type, String end) {
        return query(entityManager, "select " + select + from, end, type);
    }

    private <T> TypedQuery<T> query(EntityManager entityManager, String start, String end, Class<T> type) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<T> query = entityManager.createQuery(start + where + end, type);
        parameters.forEach(query::setParameter);
        return query;
    }

    /** How many records meet the conditions. */
    public long count(EntityManager entityManager, String alias) {
        // which fetches nothing
        String joined = from.replace(" join fetch ", " join ");
        return query(entityManager, "select count(" + alias + ")" + joined, "", Long.class)
                .getSingleResult();
    }
}
