package io.orderfield.fsm.dispatch;

import io.orderfield.kernel.ListQuery;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * User names of technicians, by conditions on lists of words in one column. In SQL, since EclipseLink writes the parameters
 * of a LIKE with ESCAPE into the statement, and booleans as numbers, which H2 refuses.
 */
final class TechnicianQuery {
    private final EntityManager entityManager;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private String order = "t.name, t.username";

    private TechnicianQuery(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    static TechnicianQuery of(EntityManager entityManager, TechnicianFilter filter) {
        TechnicianQuery query = new TechnicianQuery(entityManager);
        String text = filter.text();
        if (text != null && !text.isBlank()) {
            String part = ListQuery.pattern(text.strip());
            query.conditions.add("(lower(t.name) like " + query.parameter(part) + " escape '!' or t.username like "
                    + query.parameter(part) + " escape '!')");
        }
        query.among("t.regions", filter.region());
        query.among("t.skills", filter.skill());
        Boolean active = filter.active();
        if (active != null) {
            query.conditions.add("t.active = " + query.parameter(active));
        }
        Set<String> among = filter.among();
        if (among != null) {
            query.conditions.add(
                    among.isEmpty()
                            ? "1 = 0"
                            : "t.username in ("
                                    + among.stream().map(query::parameter).collect(Collectors.joining(", ")) + ")");
        }
        return query;
    }

    /** Those who get work; a point for each skill and one for the region, most points first. */
    static TechnicianQuery candidates(EntityManager entityManager, Set<String> skills, String region) {
        TechnicianQuery query = new TechnicianQuery(entityManager);
        query.conditions.add("t.active");
        List<String> points = new ArrayList<>(List.of(query.point("t.regions", region)));
        skills.forEach(skill -> points.add(query.point("t.skills", skill)));
        query.order = "(" + String.join(" + ", points) + ") desc, t.username";
        return query;
    }

    private String point(String column, String word) {
        return "case when " + holds(column, word) + " then 1 else 0 end";
    }

    private void among(String column, @Nullable String word) {
        if (word != null && !word.isBlank()) {
            conditions.add(holds(column, word.strip()));
        }
    }

    /** The column holds the word among others, as {@link io.orderfield.fsm.CodesColumn} write them. */
    private String holds(String column, String word) {
        return "concat('|', " + column + ", '|') like " + parameter("%|" + ListQuery.literal(word) + "|%")
                + " escape '!'";
    }

    private String parameter(Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }

    List<String> usernames(int first, int max) {
        List<String> usernames = new ArrayList<>();
        for (Object username : query("select t.username", " order by " + order)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList()) {
            usernames.add((String) username);
        }
        return usernames;
    }

    long count() {
        return ((Number) query("select count(*)", "").getSingleResult()).longValue();
    }

    private Query query(String select, String end) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        Query query = entityManager.createNativeQuery(select + " from fsm.technician t" + where + end);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }
}
