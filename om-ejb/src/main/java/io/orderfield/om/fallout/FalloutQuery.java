package io.orderfield.om.fallout;

import io.orderfield.kernel.Refusal;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter as JPQL: constant text; everything that a caller says is a parameter. */
final class FalloutQuery {
    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** What has one value in the whole list and stands first in an index: H2 needs to be told, and it changes nothing. */
    private final StringBuilder constants = new StringBuilder();

    /** @throws Refusal INVALID for an unknown state */
    FalloutQuery(FalloutFilter filter) {
        andEqual("domainOrder", filter.domainOrder());
        andEqual("customerOrder", filter.customerOrder());
        andEqual("owner", filter.owner());
        if (filter.states().size() == 1) {
            and("f.state = :state", "state", states(filter).get(0));
            constants.append("f.state desc, ");
        } else if (!filter.states().isEmpty()) {
            and("f.state in :state", "state", states(filter));
        }
        andEqual("cause", filter.cause());
    }

    String select() {
        return "select f from Fallout f" + conditions + " order by " + constants + "f.createdAt desc, f.number desc";
    }

    String count() {
        return "select count(f) from Fallout f" + conditions;
    }

    <T> TypedQuery<T> prepare(TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    /** @param field name of the entity's field, one of ours */
    private void andEqual(String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            and("f." + field + " = :" + field, field, value.strip());
            constants.append("f.").append(field).append(" desc, ");
        }
    }

    private void and(String condition, String parameter, Object value) {
        conditions.append(conditions.isEmpty() ? " where " : " and ").append(condition);
        parameters.put(parameter, value);
    }

    private static List<FalloutState> states(FalloutFilter filter) {
        return filter.states().stream().map(FalloutQuery::state).toList();
    }

    private static FalloutState state(String name) {
        return Arrays.stream(FalloutState.values())
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid(List.of(new Refusal.FieldProblem("state", "There is no state " + name + "."))));
    }
}
