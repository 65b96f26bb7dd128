package io.orderfield.web.domainorder;

import io.orderfield.om.domainorder.DomainOrderFilter;
import io.orderfield.om.domainorder.DomainOrderService;
import io.orderfield.om.domainorder.DomainOrderSummary;
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

/** Domain orders by state, with a text filter. */
@Named("domainOrderListPage")
@ViewScoped
public class DomainOrderListPage extends ListPage<DomainOrderSummary> {
    private static final long serialVersionUID = 1L;
    private static final Map<String, Set<String>> TABS = new LinkedHashMap<>();

    static {
        TABS.put("open", Set.of("IN_PROGRESS", "ON_HOLD", "CANCELLATION_IN_PROGRESS"));
        TABS.put("hold", Set.of("ON_HOLD"));
        TABS.put("closed", Set.of("CLOSED_COMPLETE", "CLOSED_INCOMPLETE"));
        TABS.put("canceled", Set.of("CANCELED"));
        TABS.put("all", Set.of());
    }

    @Inject
    DomainOrderService orders;

    @Inject
    Texts texts;

    public DomainOrderListPage() {
        super(TABS.keySet());
    }

    @PostConstruct
    void prepare() {
        show(new LazyList<>(
                () -> orders.count(filter(null)),
                (sort, first, max) -> orders.list(filter(sort == null ? "-updatedAt" : sort), first, max)));
    }

    @Override
    protected List<Tab> countedTabs() {
        return Tab.byState(TABS, id -> texts.of("domainOrders.tab." + id), orders.countByState());
    }

    private DomainOrderFilter filter(@Nullable String sort) {
        return new DomainOrderFilter(null, TABS.getOrDefault(getTab(), Set.of()), getText(), sort);
    }
}
