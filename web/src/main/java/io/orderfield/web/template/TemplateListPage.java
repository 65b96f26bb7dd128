package io.orderfield.web.template;

import io.orderfield.fsm.template.TemplateService;
import io.orderfield.fsm.template.WorkOrderTemplateView;
import io.orderfield.web.ui.LazyList;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Work order templates by code. */
@Named("templateListPage")
@ViewScoped
public class TemplateListPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    TemplateService templates;

    private @Nullable LazyList<WorkOrderTemplateView> rows;

    @PostConstruct
    void prepare() {
        rows = new LazyList<>(() -> templates.count(null), (sort, first, max) -> templates.list(null, first, max));
    }

    public @Nullable LazyList<WorkOrderTemplateView> getRows() {
        return rows;
    }
}
