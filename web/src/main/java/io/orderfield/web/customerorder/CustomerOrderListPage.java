package io.orderfield.web.customerorder;

import io.orderfield.om.ordering.CustomerOrderFilter;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.CustomerOrderSummary;
import io.orderfield.web.ui.LazyList;
import io.orderfield.web.ui.ListPage;
import io.orderfield.web.ui.Tab;
import io.orderfield.web.ui.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Customer orders by state, with a text filter. Tab and text are parts of the address, so that a list can be shared. */
@Named("customerOrderListPage")
@ViewScoped
public class CustomerOrderListPage extends ListPage<CustomerOrderSummary> {
    private static final long serialVersionUID = 1L;
    private static final Map<String, Set<String>> TABS = new LinkedHashMap<>();

    static {
        TABS.put("all", Set.of());
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

    public CustomerOrderListPage() {
        super(TABS.keySet());
    }

    @PostConstruct
    void prepare() {
        show(new LazyList<>(
                () -> orders.count(filter(null)), (sort, first, max) -> orders.list(filter(sort), first, max)));
    }

    @Override
    protected List<Tab> countedTabs() {
        return Tab.byState(TABS, id -> texts.of("orders.tab." + id), orders.countByState());
    }

    private CustomerOrderFilter filter(@Nullable String sort) {
        return new CustomerOrderFilter(getText(), TABS.getOrDefault(getTab(), Set.of()), null, null, sort);
    }
}
