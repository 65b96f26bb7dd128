package io.orderfield.om.domainorder;

import io.orderfield.messaging.refusal.Refusal;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter as JPQL. Only names from the tables below get into the text; everything that a caller says is a parameter. */
final class DomainOrderQuery {
    private static final String FROM = " from DomainOrder d, Account a, Specification s"
            + " where a.number = d.account and s.code = d.specification";

    private static final Map<String, String> SORTS = Map.of(
            "number", "d.number",
            "state", "d.state",
            "updatedAt", "d.updatedAt",
            "accountName", "a.name",
            "specification", "d.specification");

    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final String order;

    /** @throws Refusal INVALID for an unknown state or sort */
    DomainOrderQuery(DomainOrderFilter filter, @Nullable String ownAccount) {
        if (filter.customerOrder() != null) {
            and("d.customerOrder = :customerOrder", "customerOrder", filter.customerOrder());
        }
        if (ownAccount != null) {
            and("d.account = :account", "account", ownAccount);
        }
        if (!filter.states().isEmpty()) {
            and("d.state in :states", "states", states(filter));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            and(
                    "(lower(d.number) like :text escape '!' or lower(d.customerOrder) like :text escape '!'"
                            + " or lower(d.lineItem) like :text escape '!' or lower(a.name) like :text escape '!'"
                            + " or lower(s.name) like :text escape '!')",
                    "text",
                    containing(filter.text().strip()));
        }
        order = order(filter.sort());
    }

    String select() {
        return "select d" + FROM + conditions + order;
    }

    String count() {
        return "select count(d)" + FROM + conditions;
    }

    <T> TypedQuery<T> prepare(TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private void and(String condition, String parameter, Object value) {
        conditions.append(" and ").append(condition);
        parameters.put(parameter, value);
    }

    private static List<DomainOrderState> states(DomainOrderFilter filter) {
        List<DomainOrderState> states = new ArrayList<>();
        for (String name : filter.states()) {
            states.add(Arrays.stream(DomainOrderState.values())
                    .filter(s -> s.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> invalid("state", "There is no state " + name + ".")));
        }
        return states;
    }

    private static String containing(String text) {
        String escaped = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + escaped.toLowerCase(Locale.ROOT) + "%";
    }

    private static String order(@Nullable String sort) {
        if (sort == null || sort.isBlank()) {
            return " order by d.number";
        }
        boolean falling = sort.startsWith("-");
        String column = SORTS.get(falling ? sort.substring(1) : sort);
        if (column == null) {
            throw invalid("sort", "Domain orders can't be sorted by " + sort + ".");
        }
        return " order by " + column + (falling ? " desc" : "") + (column.equals("d.number") ? "" : ", d.number");
    }

    private static Refusal invalid(String field, String message) {
        return Refusal.invalid(List.of(new Refusal.FieldProblem(field, message)));
    }
}
