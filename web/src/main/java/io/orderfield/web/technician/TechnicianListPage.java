package io.orderfield.web.technician;

import io.orderfield.fsm.dispatch.TechnicianFilter;
import io.orderfield.fsm.dispatch.TechnicianService;
import io.orderfield.fsm.dispatch.TechnicianView;
import io.orderfield.web.ui.LazyList;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Technicians by name. */
@Named("technicianListPage")
@ViewScoped
public class TechnicianListPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    TechnicianService technicians;

    private @Nullable String text;
    private @Nullable LazyList<TechnicianView> rows;

    @PostConstruct
    void prepare() {
        rows = new LazyList<>(
                () -> technicians.count(filter()), (sort, first, max) -> technicians.list(filter(), first, max));
    }

    private TechnicianFilter filter() {
        return new TechnicianFilter(text, null, null, null);
    }

    public @Nullable LazyList<TechnicianView> getRows() {
        return rows;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
