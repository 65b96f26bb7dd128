package io.orderfield.web.catalog;

import io.orderfield.om.catalog.CatalogFilter;
import io.orderfield.om.catalog.SpecificationService;
import io.orderfield.om.catalog.SpecificationView;
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

/** Specifications by type, with a text filter. Tab and text are parts of the address. */
@Named("specificationListPage")
@ViewScoped
public class SpecificationListPage extends ListPage<SpecificationView> {
    private static final long serialVersionUID = 1L;
    private static final String ALL = "all";
    private static final List<String> TABS = List.of(ALL, "product", "service", "resource");

    @Inject
    SpecificationService specifications;

    @Inject
    Texts texts;

    public SpecificationListPage() {
        super(TABS);
    }

    @PostConstruct
    void prepare() {
        show(new LazyList<>(
                () -> specifications.count(filter(getTab(), getText(), null)),
                (sort, first, max) -> specifications.list(filter(getTab(), getText(), sort), first, max)));
    }

    @Override
    protected List<Tab> countedTabs() {
        return Tab.counted(
                TABS, id -> texts.of("specifications.tab." + id), id -> specifications.count(filter(id, null, null)));
    }

    private static CatalogFilter filter(String tab, @Nullable String text, @Nullable String sort) {
        return new CatalogFilter(text, null, null, tab.equals(ALL) ? null : tab, null, sort);
    }
}
