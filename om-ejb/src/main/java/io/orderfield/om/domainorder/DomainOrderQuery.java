package io.orderfield.om.domainorder;

import static io.orderfield.kernel.ListQuery.like;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.ListQuery.Sort;
import io.orderfield.kernel.Refusal;
import io.orderfield.om.number.NumberKind;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
            "specification", "d.node.specification");

    private final ListQuery query;
    private final Sort sort;

    /** What has one value in the whole list and stands first in the index: H2 needs to be told, and it changes nothing. */
    private @Nullable String constant;

    /** @throws Refusal INVALID for an unknown state or sort */
    DomainOrderQuery(DomainOrderFilter filter, @Nullable String ownAccount) {
        sort = Sort.of(filter.sort(), "number", SORTS, "domainOrders");
        query = new ListQuery("DomainOrder d" + (isByAccount() ? ", Account a" : ""));
        Set<DomainOrderState> states = ListQuery.states(DomainOrderState.class, filter.states(), "domainOrders");
        if (filter.customerOrder() != null) {
            constant = "d.customerOrder";
        } else if (ownAccount != null) {
            constant = "d.account";
        } else if (states.size() == 1) {
            constant = "d.state";
        }
        query.equal("d.customerOrder", "customerOrder", filter.customerOrder())
                .equal("d.account", "account", ownAccount)
                .among("d.state", "states", states);
        if (filter.pending() != null) {
            query.where((filter.pending() ? "" : "not ")
                    + "exists (select l.key from WorkOrderLink l where l.domainOrderId = d.id"
                    + " and l.requests.revision > l.requests.answeredRevision)");
        }
        if (isByAccount()) {
            query.where("a.number = d.account");
        }
        text(filter.text());
    }

    List<DomainOrder> page(EntityManager entityManager, int first, int max) {
        return query.query(entityManager, "d", DomainOrder.class, order())
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    long count(EntityManager entityManager) {
        return query.count(entityManager, "d");
    }

    private boolean isByAccount() {
        return sort.path().equals(BY_ACCOUNT);
    }

    private String order() {
        String direction = sort.direction();
        return " order by " + (constant == null || constant.equals(sort.path()) ? "" : constant + direction + ", ")
                + sort.path() + direction + (sort.path().equals("d.number") ? "" : ", d.number" + direction);
    }

    /** A whole number is looked up; any other text is looked for in numbers and names. */
    private void text(@Nullable String text) {
        String wanted = text == null ? "" : text.strip();
        String number = wanted.toUpperCase(Locale.ROOT);
        if (NumberKind.CUSTOMER_ORDER.isNumber(wanted)) {
            query.where("d.customerOrder = :text", "text", number);
        } else if (Arrays.stream(DomainOrderType.values())
                .anyMatch(t -> t.numberKind().isNumber(wanted))) {
            query.where("d.number = :text", "text", number);
        } else {
            query.containing(
                    wanted,
                    like("d.number"),
                    like("d.customerOrder"),
                    like("d.lineItem"),
                    "d.account in (select b.number from Account b where " + like("b.name") + ")",
                    "d.node.specification in (select s.code from Specification s where " + like("s.name") + ")");
        }
    }
}
