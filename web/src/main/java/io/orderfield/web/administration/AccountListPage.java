package io.orderfield.web.administration;

import io.orderfield.om.catalog.AccountView;
import io.orderfield.om.catalog.CatalogFilter;
import io.orderfield.om.catalog.CatalogService;
import io.orderfield.web.ui.LazyList;
import io.orderfield.web.ui.Tab;
import io.orderfield.web.ui.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accounts, active or not, with a text filter. Tab and text are parts of the address. */
@Named("accountListPage")
@ViewScoped
public class AccountListPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    CatalogService catalog;

    @Inject
    Texts texts;

    private String tab = ActiveTabs.ACTIVE;
    private @Nullable String text;
    private @Nullable LazyList<AccountView> rows;
    private transient @Nullable List<Tab> tabs;

    @PostConstruct
    void prepare() {
        rows = new LazyList<>(
                () -> catalog.countAccounts(filter(null)),
                (sort, first, max) -> catalog.accounts(filter(sort), first, max));
    }

    public List<Tab> getTabs() {
        List<Tab> known = tabs;
        if (known == null) {
            known = ActiveTabs.IDS.stream()
                    .map(id -> new Tab(
                            id,
                            texts.of("active.tab." + id),
                            Set.of(),
                            catalog.countAccounts(
                                    new CatalogFilter(null, null, null, null, ActiveTabs.active(id), null))))
                    .toList();
            tabs = known;
        }
        return known;
    }

    private CatalogFilter filter(@Nullable String sort) {
        return new CatalogFilter(text, null, null, null, ActiveTabs.active(tab), sort);
    }

    public @Nullable LazyList<AccountView> getRows() {
        return rows;
    }

    public String getTab() {
        return tab;
    }

    public void setTab(@Nullable String tab) {
        this.tab = ActiveTabs.known(tab);
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
