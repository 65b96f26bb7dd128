package io.orderfield.web.catalog;

import io.orderfield.om.catalog.CatalogFilter;
import io.orderfield.om.catalog.SpecificationService;
import io.orderfield.om.catalog.SpecificationView;
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

/** Specifications by type, with a text filter. Tab and text are parts of the address. */
@Named("specificationListPage")
@ViewScoped
public class SpecificationListPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String ALL = "all";
    private static final List<String> TABS = List.of(ALL, "product", "service", "resource");

    @Inject
    SpecificationService specifications;

    @Inject
    Texts texts;

    private String tab = ALL;
    private @Nullable String text;
    private @Nullable LazyList<SpecificationView> rows;
    private transient @Nullable List<Tab> tabs;

    @PostConstruct
    void prepare() {
        rows = new LazyList<>(
                () -> specifications.count(filter(tab, text, null)),
                (sort, first, max) -> specifications.list(filter(tab, text, sort), first, max));
    }

    public List<Tab> getTabs() {
        List<Tab> known = tabs;
        if (known == null) {
            known = TABS.stream()
                    .map(id -> new Tab(
                            id,
                            texts.of("specifications.tab." + id),
                            Set.of(),
                            specifications.count(filter(id, null, null))))
                    .toList();
            tabs = known;
        }
        return known;
    }

    private static CatalogFilter filter(String tab, @Nullable String text, @Nullable String sort) {
        return new CatalogFilter(text, null, null, tab.equals(ALL) ? null : tab, null, sort);
    }

    public @Nullable LazyList<SpecificationView> getRows() {
        return rows;
    }

    public String getTab() {
        return tab;
    }

    public void setTab(@Nullable String tab) {
        this.tab = tab != null && TABS.contains(tab) ? tab : ALL;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
