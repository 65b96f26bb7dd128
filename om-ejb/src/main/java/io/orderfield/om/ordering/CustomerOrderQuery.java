package io.orderfield.om.ordering;

import static io.orderfield.kernel.ListQuery.like;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.ListQuery.Sort;
import io.orderfield.kernel.Refusal;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.number.NumberKind;
import jakarta.persistence.EntityManager;
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
            "priority", "o.defaults.priority",
            "requestedDate", "o.defaults.requestedDate",
            "updatedAt", "o.updatedAt",
            "state", "o.state",
            "accountName", BY_ACCOUNT);

    private final ListQuery query;
    private final Sort sort;

    /** What has one value in the whole list and stands first in the index: H2 needs to be told, and it changes nothing. */
    private @Nullable String constant;

    /** @throws Refusal INVALID for an unknown state or sort */
    CustomerOrderQuery(CustomerOrderFilter filter, @Nullable String ownAccount) {
        sort = Sort.of(filter.sort(), "-createdAt", SORTS, "customerOrders");
        query = new ListQuery("CustomerOrder o" + (isByAccount() ? ", Account a" : ""));
        Set<OrderState> states = ListQuery.states(OrderState.class, filter.states(), "customerOrders");
        constant = ownAccount == null && filter.account() == null ? null : "o.account";
        if (states.size() == 1) {
            constant = constant == null ? "o.state" : constant;
        }
        query.equal("o.account", "own", ownAccount)
                .equal("o.account", "account", filter.account())
                .equal("o.defaults.externalReference", "reference", filter.externalReference())
                .among("o.state", "states", states);
        if (isByAccount()) {
            query.where("a.number = o.account");
        }
        text(filter.text());
    }

    List<CustomerOrder> page(EntityManager entityManager, int first, int max) {
        return query.query(entityManager, "o", CustomerOrder.class, order())
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    long count(EntityManager entityManager) {
        return query.count(entityManager, "o");
    }

    private boolean isByAccount() {
        return sort.path().equals(BY_ACCOUNT);
    }

    private String order() {
        String direction = sort.direction();
        // the number makes the order total, so that no entry falls between two pages
        return " order by " + (constant == null || constant.equals(sort.path()) ? "" : constant + direction + ", ")
                + sort.path() + direction
                + switch (sort.path()) {
                    case "o.number" -> "";
                    case "o.state" -> ", o.createdAt" + direction + ", o.number" + direction;
                    default -> ", o.number" + direction;
                };
    }

    /** A whole number is looked up; any other text is looked for in numbers, references and the names of accounts. */
    private void text(@Nullable String text) {
        String wanted = text == null ? "" : text.strip();
        if (NumberKind.CUSTOMER_ORDER.isNumber(wanted)) {
            query.equal("o.number", "text", wanted.toUpperCase(Locale.ROOT));
        } else {
            query.containing(
                    wanted,
                    like("o.number"),
                    like("o.defaults.externalReference"),
                    "o.account in (select b.number from Account b where " + like("b.name") + ")");
        }
    }
}
