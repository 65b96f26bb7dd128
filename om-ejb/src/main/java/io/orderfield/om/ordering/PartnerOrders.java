package io.orderfield.om.ordering;

import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.contract.PartnerLineItem;
import io.orderfield.messaging.contract.PartnerOrder;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.customerorder.NewCustomerOrder;
import io.orderfield.om.customerorder.NewLineItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Partners' orders of the contract as orders of Order Management, which checks what the values mean. */
final class PartnerOrders {
    private PartnerOrders() {}

    /**
     * The order to create.
     *
     * @throws io.orderfield.kernel.Refusal INVALID when a characteristic is neither text nor number nor boolean
     */
    static NewCustomerOrder wanted(String account, PartnerOrder order) {
        Checks checks = new Checks();
        List<NewLineItem> items = new ArrayList<>();
        for (PartnerLineItem item : nonNull(order.lineItems())) {
            items.add(item == null ? null : item(checks, "lineItems[" + items.size() + "]", item));
        }
        checks.finish();
        return new NewCustomerOrder(
                account,
                order.contact(),
                order.priority(),
                order.requestedDate(),
                order.externalReference(),
                order.specialInstructions(),
                items);
    }

    private static NewLineItem item(Checks checks, String field, PartnerLineItem item) {
        Map<String, String> characteristics = new HashMap<>();
        nonNull(item.characteristics())
                .forEach((name, value) ->
                        characteristics.put(name, text(checks, field + ".characteristics." + name, value)));
        return new NewLineItem(
                item.action(),
                item.specification(),
                item.location(),
                nonNull(item.locations()),
                item.quantity(),
                characteristics,
                item.contact(),
                item.priority(),
                item.requestedDate(),
                null,
                item.specialInstructions());
    }

    /** A value as it is written: the catalog decides later whether it is of the right type. */
    private static @Nullable String text(Checks checks, String field, @Nullable Object value) {
        if (value instanceof Double number && Double.isFinite(number)) {
            return BigDecimal.valueOf(number).toPlainString();
        }
        if (value != null && !(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            checks.problem(field, Sentence.of("field.noValue"));
        }
        return Objects.toString(value, null);
    }

    private static <T> List<T> nonNull(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Map<String, Object> nonNull(@Nullable Map<String, Object> map) {
        return map == null ? Map.of() : map;
    }
}
