package io.orderfield.web.customerorder;

import io.orderfield.om.catalog.CatalogService;
import io.orderfield.om.catalog.LocationView;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.web.ui.Chosen;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dialog in which an item is copied to other locations of the order's account. */
@Named("lineItemCopies")
@ViewScoped
public class LineItemCopies implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    CustomerOrderPage page;

    @Inject
    CatalogService catalog;

    @Inject
    CustomerOrderService orders;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    private @Nullable String item;
    private long revision;
    private String about = "";
    private String ownLocation = "";
    private List<String> chosen = new ArrayList<>();
    private transient @Nullable List<LocationView> locations;

    /** Opens the dialog for an item. */
    public void open(LineItemView source) {
        item = source.number();
        revision = source.revision();
        about = texts.of("item.about", source.number(), source.specificationName(), source.locationName());
        ownLocation = source.location();
        chosen = new ArrayList<>();
        locations = null;
    }

    public void selectAll() {
        chosen = new ArrayList<>(
                getLocations().stream().map(LocationView::number).toList());
    }

    /** Copies the item. */
    public void copy() {
        String source = Chosen.number(item);
        if (item != null && chosen.isEmpty()) {
            decisions.ask(texts.of("order.new.chooseLocation"));
            return;
        }
        decisions.attempt("item.copied", () -> orders.copyLineItem(source, chosen, revision), source, chosen.size());
        page.load();
    }

    /** The other active locations of the account. */
    public List<LocationView> getLocations() {
        List<LocationView> known = locations;
        if (known == null) {
            CustomerOrderView order = page.getOrder();
            known = order == null || item == null
                    ? List.of()
                    : catalog.locations(order.account()).stream()
                            .filter(l -> l.active() && !l.number().equals(ownLocation))
                            .toList();
            locations = known;
        }
        return known;
    }

    public String getAbout() {
        return about;
    }

    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(@Nullable List<String> chosen) {
        this.chosen = chosen == null ? new ArrayList<>() : new ArrayList<>(chosen);
    }
}
