package io.orderfield.om.worknote;

import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A filter on the notes of one domain order as JPQL: constant text; everything that a caller says is a parameter. */
final class WorkNoteQuery {
    private final StringBuilder conditions = new StringBuilder(" where n.domainOrderId = :order");
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** What has one value in the whole list and stands first in an index: H2 needs to be told, and it changes nothing. */
    private final List<String> constants = new ArrayList<>(List.of("n.domainOrderId"));

    WorkNoteQuery(UUID domainOrderId, WorkNoteFilter filter, long afterPosition) {
        parameters.put("order", domainOrderId);
        if (afterPosition > 0) {
            and("n.position > :after", "after", afterPosition);
        }
        if (filter.kinds().size() == 1) {
            and("n.kind = :kind", "kind", filter.kinds().iterator().next());
            constants.add("n.kind");
        } else if (!filter.kinds().isEmpty()) {
            and("n.kind in :kind", "kind", filter.kinds());
        }
        if (isGiven(filter.channel())) {
            and("n.channel = :channel", "channel", filter.channel());
        }
        if (isGiven(filter.workOrder())) {
            and("n.workOrder = :workOrder", "workOrder", filter.workOrder());
            constants.add("n.workOrder");
        }
        if (isGiven(filter.text())) {
            and(
                    "(lower(n.text) like :text escape '!' or lower(n.author) like :text escape '!'"
                            + " or lower(n.workOrder) like :text escape '!' or lower(n.task) like :text escape '!')",
                    "text",
                    containing(filter.text()));
        }
    }

    /** @param newestFirst whether positions fall */
    String select(boolean newestFirst) {
        String direction = newestFirst ? " desc" : "";
        return "select n from WorkNote n" + conditions + " order by "
                + constants.stream().map(c -> c + direction + ", ").collect(Collectors.joining())
                + "n.position" + direction;
    }

    String count() {
        return "select count(n) from WorkNote n" + conditions;
    }

    <T> TypedQuery<T> prepare(TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private void and(String condition, String parameter, @Nullable Object value) {
        conditions.append(" and ").append(condition);
        parameters.put(parameter, value);
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static String containing(@Nullable String text) {
        String escaped = String.valueOf(text)
                .strip()
                .replace("\0", "")
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + escaped.toLowerCase(Locale.ROOT) + "%";
    }
}
