package io.orderfield.web.customerorder;

import io.orderfield.om.ordering.CustomerOrderFilter;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.CustomerOrderSummary;
import io.orderfield.web.ui.LazyList;
import io.orderfield.web.ui.Tab;
import io.orderfield.web.ui.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Customer orders by state, with a text filter. Tab and text are parts of the address, so that a list can be shared. */
@Named("customerOrderListPage")
@ViewScoped
public class CustomerOrderListPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String ALL = "all";

    private static final Map<String, Set<String>> TABS = new LinkedHashMap<>();

    static {
        TABS.put(ALL, Set.of());
        TABS.put("draft", Set.of("DRAFT", "REJECTED"));
        TABS.put("new", Set.of("NEW"));
        TABS.put("progress", Set.of("IN_PROGRESS", "CANCELLATION_IN_PROGRESS"));
        TABS.put("hold", Set.of("ON_HOLD"));
        TABS.put("completed", Set.of("COMPLETED"));
        TABS.put("canceled", Set.of("CANCELED"));
    }

    @Inject
    CustomerOrderService orders;

    @Inject
    Texts texts;

    private String tab = ALL;
    private @Nullable String text;
    private transient @Nullable List<Tab> tabs;
    private @Nullable LazyList<CustomerOrderSummary> rows;

    @PostConstruct
    void prepare() {
        rows = new LazyList<>(
                () -> orders.count(filter(null)), (sort, first, max) -> orders.list(filter(sort), first, max));
    }

    public List<Tab> getTabs() {
        List<Tab> known = tabs;
        if (known == null) {
            Map<String, Long> counts = orders.countByState();
            known = TABS.entrySet().stream()
                    .map(t -> Tab.of(t.getKey(), texts.of("orders.tab." + t.getKey()), t.getValue(), counts))
                    .toList();
            tabs = known;
        }
        return known;
    }

    public @Nullable LazyList<CustomerOrderSummary> getRows() {
        return rows;
    }

    private CustomerOrderFilter filter(@Nullable String sort) {
        return new CustomerOrderFilter(text, TABS.getOrDefault(tab, Set.of()), null, null, sort);
    }

    public String getTab() {
        return tab;
    }

    /** An unknown tab of an old or mistyped address shows all. */
    public void setTab(@Nullable String tab) {
        this.tab = tab != null && TABS.containsKey(tab) ? tab : ALL;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
