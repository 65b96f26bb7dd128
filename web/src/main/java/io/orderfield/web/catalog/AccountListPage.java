package io.orderfield.web.catalog;

import io.orderfield.om.catalog.AccountView;
import io.orderfield.om.catalog.CatalogFilter;
import io.orderfield.om.catalog.CatalogService;
import io.orderfield.web.ui.ActiveTabs;
import io.orderfield.web.ui.LazyList;
import io.orderfield.web.ui.ListPage;
import io.orderfield.web.ui.Tab;
import io.orderfield.web.ui.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts, active or not, with a text filter. Tab and text are parts of the address. */
@Named("accountListPage")
@ViewScoped
public class AccountListPage extends ListPage<AccountView> {
    private static final long serialVersionUID = 1L;

    @Inject
    CatalogService catalog;

    @Inject
    Texts texts;

    public AccountListPage() {
        super(ActiveTabs.IDS);
    }

    @PostConstruct
    void prepare() {
        show(new LazyList<>(
                () -> catalog.countAccounts(filter(null)),
                (sort, first, max) -> catalog.accounts(filter(sort), first, max)));
    }

    @Override
    protected List<Tab> countedTabs() {
        return Tab.counted(
                ActiveTabs.IDS,
                id -> texts.of("active.tab." + id),
                id -> catalog.countAccounts(new CatalogFilter(null, null, null, null, ActiveTabs.active(id), null)));
    }

    private CatalogFilter filter(@Nullable String sort) {
        return new CatalogFilter(getText(), null, null, null, ActiveTabs.active(getTab()), sort);
    }
}
