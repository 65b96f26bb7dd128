package io.orderfield.om.worknote;

import static io.orderfield.kernel.ListQuery.like;

import io.orderfield.kernel.ListQuery;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query behind the notes of one domain order. A condition that is not asked for is not in it. */
final class WorkNoteQuery {
    private final ListQuery query = new ListQuery("WorkNote n");

    /** What has one value in the whole list and stands first in an index: H2 needs to be told, and it changes nothing. */
    private final List<String> constants = new ArrayList<>(List.of("n.domainOrderId"));

    WorkNoteQuery(UUID domainOrderId, WorkNoteFilter filter, long afterPosition) {
        query.equal("n.domainOrderId", "order", domainOrderId)
                .compare("n.position > :after", "after", afterPosition > 0 ? afterPosition : null)
                .among("n.kind", "kind", filter.kinds())
                .equal("n.channel", "channel", filter.channel())
                .equal("n.workOrder", "workOrder", filter.workOrder())
                .containing(
                        filter.text(),
                        like("n.text"),
                        like("n.sentence"),
                        like("n.author"),
                        like("n.workOrder"),
                        like("n.task"));
        if (filter.kinds().size() == 1) {
            constants.add("n.kind");
        }
        if (filter.workOrder() != null && !filter.workOrder().isBlank()) {
            constants.add("n.workOrder");
        }
    }

    /** @param newestFirst whether positions fall */
    Stream<WorkNote> page(EntityManager entityManager, boolean newestFirst, int first, int max) {
        String direction = newestFirst ? " desc" : "";
        String order = constants.stream().map(c -> c + direction + ", ").collect(Collectors.joining());
        return query.query(entityManager, "n", WorkNote.class, " order by " + order + "n.position" + direction)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultStream();
    }

    long count(EntityManager entityManager) {
        return query.count(entityManager, "n");
    }
}
