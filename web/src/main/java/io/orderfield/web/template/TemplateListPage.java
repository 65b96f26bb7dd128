package io.orderfield.web.template;

import io.orderfield.fsm.template.TemplateService;
import io.orderfield.fsm.template.WorkOrderTemplateView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All work order templates by code. */
@Named("templateListPage")
@ViewScoped
public class TemplateListPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    TemplateService templates;

    private transient @Nullable List<WorkOrderTemplateView> rows;

    public List<WorkOrderTemplateView> getRows() {
        List<WorkOrderTemplateView> known = rows;
        if (known == null) {
            known = templates.templates();
            rows = known;
        }
        return known;
    }
}
