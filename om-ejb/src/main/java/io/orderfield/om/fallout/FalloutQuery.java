package io.orderfield.om.fallout;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query behind the lists of fallouts, newest first. A condition that is not asked for is not in it. */
final class FalloutQuery {
    private final ListQuery query = new ListQuery("Fallout f");

    /** What has one value in the whole list and stands first in an index: H2 needs to be told, and it changes nothing. */
    private final StringBuilder constants = new StringBuilder();

    /** @throws Refusal INVALID for an unknown state */
    FalloutQuery(FalloutFilter filter) {
        equal("domainOrder", filter.domainOrder());
        equal("customerOrder", filter.customerOrder());
        equal("owner", filter.owner());
        Set<FalloutState> states = ListQuery.states(FalloutState.class, filter.states(), "fallouts");
        query.among("f.state", "state", states);
        if (states.size() == 1) {
            constants.append("f.state desc, ");
        }
        equal("cause", filter.cause());
    }

    /** @param field name of the entity's field, one of ours */
    private void equal(String field, @Nullable String value) {
        query.equal("f." + field, field, value);
        if (value != null && !value.isBlank()) {
            constants.append("f.").append(field).append(" desc, ");
        }
    }

    List<Fallout> page(EntityManager entityManager, int first, int max) {
        return query.query(
                        entityManager, "f", Fallout.class, " order by " + constants + "f.createdAt desc, f.number desc")
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    long count(EntityManager entityManager) {
        return query.count(entityManager, "f");
    }
}
