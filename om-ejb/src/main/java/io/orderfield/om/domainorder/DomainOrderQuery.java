package io.orderfield.om.domainorder;

import io.orderfield.kernel.Refusal;
import io.orderfield.om.number.NumberKind;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter as JPQL. Only names from the tables below get into the text; everything that a caller says is a parameter. A
 * page is read from an index in its order; what that costs is in ADR 0009.
 */
final class DomainOrderQuery {
    private static final String BY_ACCOUNT = "a.name";

    private static final Map<String, String> SORTS = Map.of(
            "number", "d.number",
            "state", "d.state",
            "updatedAt", "d.updatedAt",
            "accountName", BY_ACCOUNT,
            "specification", "d.specification");

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final String sort;
    private final boolean falling;

    /** What has one value in the whole list and stands first in the index: H2 needs to be told, and it changes nothing. */
    private @Nullable String constant;

    /** @throws Refusal INVALID for an unknown state or sort */
    DomainOrderQuery(DomainOrderFilter filter, @Nullable String ownAccount) {
        String wanted = filter.sort() == null || filter.sort().isBlank() ? "number" : filter.sort();
        falling = wanted.startsWith("-");
        sort = sort(wanted);
        if (filter.customerOrder() != null) {
            and("d.customerOrder = :customerOrder", "customerOrder", filter.customerOrder());
            constant = "d.customerOrder";
        }
        if (ownAccount != null) {
            and("d.account = :account", "account", ownAccount);
            constant = constant == null ? "d.account" : constant;
        }
        if (filter.states().size() == 1) {
            and("d.state = :state", "state", states(filter).get(0));
            constant = constant == null ? "d.state" : constant;
        } else if (!filter.states().isEmpty()) {
            and("d.state in :states", "states", states(filter));
        }
        if (filter.pending() != null) {
            conditions.add((filter.pending() ? "" : "not ")
                    + "exists (select l.key from WorkOrderLink l where l.domainOrderId = d.id"
                    + " and l.requestRevision > l.answeredRequestRevision)");
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            text(filter.text().strip());
        }
    }

    String select() {
        boolean byAccount = sort.equals(BY_ACCOUNT);
        String direction = falling ? " desc" : "";
        return "select d from DomainOrder d" + (byAccount ? ", Account a" : "") + where(byAccount) + " order by "
                + (constant == null || constant.equals(sort) ? "" : constant + direction + ", ") + sort + direction
                + (sort.equals("d.number") ? "" : ", d.number" + direction);
    }

    String count() {
        return "select count(d) from DomainOrder d" + where(false);
    }

    private String where(boolean byAccount) {
        List<String> all = new ArrayList<>(conditions);
        if (byAccount) {
            all.add("a.number = d.account");
        }
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    /** A whole number is looked up; any other text is looked for in numbers and names. */
    private void text(String text) {
        String number = text.toUpperCase(Locale.ROOT);
        if (NumberKind.CUSTOMER_ORDER.isNumber(text)) {
            and("d.customerOrder = :text", "text", number);
        } else if (Arrays.stream(DomainOrderType.values())
                .anyMatch(t -> t.numberKind().isNumber(text))) {
            and("d.number = :text", "text", number);
        } else {
            and(
                    "(lower(d.number) like :text escape '!' or lower(d.customerOrder) like :text escape '!'"
                            + " or lower(d.lineItem) like :text escape '!'"
                            + " or d.account in (select b.number from Account b where lower(b.name) like :text escape '!')"
                            + " or d.specification in"
                            + " (select s.code from Specification s where lower(s.name) like :text escape '!'))",
                    "text",
                    containing(text));
        }
    }

    <T> TypedQuery<T> prepare(TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private void and(String condition, String parameter, Object value) {
        conditions.add(condition);
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
        String escaped =
                text.replace("\0", "").replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + escaped.toLowerCase(Locale.ROOT) + "%";
    }

    private static String sort(String wanted) {
        String column = SORTS.get(wanted.startsWith("-") ? wanted.substring(1) : wanted);
        if (column == null) {
            throw invalid("sort", "Domain orders can't be sorted by " + wanted + ".");
        }
        return column;
    }

    private static Refusal invalid(String field, String message) {
        return Refusal.invalid(List.of(new Refusal.FieldProblem(field, message)));
    }
}
