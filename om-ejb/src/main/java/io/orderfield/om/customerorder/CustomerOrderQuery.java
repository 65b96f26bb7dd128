package io.orderfield.om.customerorder;

import io.orderfield.kernel.Refusal;
import io.orderfield.om.number.NumberKind;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filter as JPQL. Only names from the tables below get into the text; everything that a caller says is a parameter. A
 * page is read from an index in its order; what that costs is in ADR 0009.
 */
final class CustomerOrderQuery {
    private static final String BY_ACCOUNT = "a.name";

    private static final Map<String, String> SORTS = Map.of(
            "createdAt", "o.createdAt",
            "number", "o.number",
            "priority", "o.priority",
            "requestedDate", "o.requestedDate",
            "updatedAt", "o.updatedAt",
            "state", "o.state",
            "accountName", BY_ACCOUNT);

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final String sort;
    private final boolean descending;

    /** What has one value in the whole list and stands first in the index: H2 needs to be told, and it changes nothing. */
    private @Nullable String constant;

    /** @throws Refusal INVALID for an unknown state or sort */
    CustomerOrderQuery(CustomerOrderFilter filter, @Nullable String ownAccount) {
        String wanted = filter.sort() == null || filter.sort().isBlank() ? "-createdAt" : filter.sort();
        descending = wanted.startsWith("-");
        sort = sort(wanted);
        andEqual("o.account", "own", ownAccount);
        andEqual("o.account", "account", filter.account());
        constant = ownAccount == null && filter.account() == null ? null : "o.account";
        andEqual("o.externalReference", "reference", filter.externalReference());
        Set<OrderState> states = OrderState.named(filter.states(), "customer orders");
        if (states.size() == 1) {
            andEqual("o.state", "state", states.iterator().next());
            constant = constant == null ? "o.state" : constant;
        } else if (!states.isEmpty()) {
            and("o.state in :states", "states", states);
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            text(filter.text().strip());
        }
    }

    String select() {
        boolean byAccount = sort.equals(BY_ACCOUNT);
        String direction = descending ? " desc" : " asc";
        // the number makes the order total, so that no entry falls between two pages
        return "select o from CustomerOrder o" + (byAccount ? ", Account a" : "") + where(byAccount) + " order by "
                + (constant == null || constant.equals(sort) ? "" : constant + direction + ", ") + sort + direction
                + switch (sort) {
                    case "o.number" -> "";
                    case "o.state" -> ", o.createdAt" + direction + ", o.number" + direction;
                    default -> ", o.number" + direction;
                };
    }

    String count() {
        return "select count(o) from CustomerOrder o" + where(false);
    }

    <T> TypedQuery<T> prepare(TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private String where(boolean byAccount) {
        List<String> all = new ArrayList<>(conditions);
        if (byAccount) {
            all.add("a.number = o.account");
        }
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    /** A whole number is looked up; any other text is looked for in numbers, references and the names of accounts. */
    private void text(String text) {
        if (NumberKind.CUSTOMER_ORDER.isNumber(text)) {
            andEqual("o.number", "text", text.toUpperCase(Locale.ROOT));
            return;
        }
        and(
                "(lower(o.number) like :text escape '!' or lower(o.externalReference) like :text escape '!'"
                        + " or o.account in (select b.number from Account b where lower(b.name) like :text escape '!'))",
                "text",
                pattern(text));
    }

    private void andEqual(String path, String parameter, @Nullable Object value) {
        if (value != null) {
            and(path + " = :" + parameter, parameter, value);
        }
    }

    private void and(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }

    /** A pattern for <em>contains</em>, in lower case, with {@code !} as the escape. */
    static String pattern(String text) {
        String escaped = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_")
                .replace("\0", "");
        return "%" + escaped + "%";
    }

    private static String sort(String wanted) {
        String field = SORTS.get(wanted.startsWith("-") ? wanted.substring(1) : wanted);
        if (field == null) {
            throw Refusal.invalid("unknown-sort", "Customer orders can't be sorted by " + wanted + ".");
        }
        return field;
    }
}
