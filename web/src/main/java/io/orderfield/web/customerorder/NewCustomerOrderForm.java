package io.orderfield.web.customerorder;

import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.om.customerorder.NewCustomerOrder;
import io.orderfield.om.customerorder.NewLineItem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A customer order as it is being written: what holds for all items, the chosen locations, the items at each. */
public class NewCustomerOrderForm extends WantedForm {
    private static final long serialVersionUID = 1L;
    private static final int MEDIUM = 3;

    private final List<LineItemForm> items = new ArrayList<>();
    private @Nullable String account;
    private @Nullable String externalReference;
    private List<String> locations = new ArrayList<>();

    public NewCustomerOrderForm() {
        priority = MEDIUM;
    }

    /** Every chosen location has at least one item; items of locations that are no longer chosen go. */
    void matchItemsToLocations() {
        items.removeIf(item -> !locations.contains(item.getLocation()));
        for (String location : locations) {
            if (itemsAt(location).isEmpty()) {
                items.add(LineItemForm.at(location));
            }
        }
        items.sort(java.util.Comparator.comparingInt(item -> locations.indexOf(item.getLocation())));
    }

    /** The items of a location, in the order in which they were added. */
    public List<LineItemForm> itemsAt(String location) {
        return items.stream()
                .filter(item -> location.equals(item.getLocation()))
                .toList();
    }

    void addItemAt(String location) {
        items.add(LineItemForm.at(location));
        matchItemsToLocations();
    }

    /** The last item of a location stays: a location without work is not chosen. */
    void remove(LineItemForm item) {
        items.remove(item);
        matchItemsToLocations();
    }

    /** Gives every other location the same items. */
    void copyToAllLocations(String from) {
        List<LineItemForm> model = itemsAt(from);
        items.removeIf(item -> !from.equals(item.getLocation()));
        for (String location : locations) {
            if (!location.equals(from)) {
                model.forEach(item -> items.add(item.copyAt(location)));
            }
        }
        matchItemsToLocations();
    }

    /** Adds items of a file; blank ones of their locations make room. */
    void take(List<NewLineItem> taken, List<SpecificationView> catalog) {
        Set<String> places = new LinkedHashSet<>(locations);
        for (NewLineItem item : taken) {
            places.add(Objects.requireNonNull(item.location()));
        }
        locations = new ArrayList<>(places);
        items.removeIf(item -> item.getSpecification() == null);
        taken.forEach(item -> items.add(LineItemForm.of(item, catalog)));
        matchItemsToLocations();
    }

    void changeAccount() {
        contact = null;
        locations = new ArrayList<>();
        items.clear();
    }

    NewCustomerOrder toOrder() {
        return new NewCustomerOrder(
                account == null ? "" : account,
                contact,
                priority,
                requestedDate,
                externalReference,
                specialInstructions,
                items.stream().map(LineItemForm::toNewItem).toList());
    }

    void clearErrors() {
        errors.clear();
        items.forEach(item -> item.getErrors().clear());
    }

    public List<LineItemForm> getItems() {
        return List.copyOf(items);
    }

    public @Nullable String getAccount() {
        return account;
    }

    public void setAccount(@Nullable String account) {
        this.account = account;
    }

    public @Nullable String getExternalReference() {
        return externalReference;
    }

    public void setExternalReference(@Nullable String externalReference) {
        this.externalReference = externalReference;
    }

    public List<String> getLocations() {
        return locations;
    }

    public void setLocations(@Nullable List<String> locations) {
        this.locations = locations == null ? new ArrayList<>() : new ArrayList<>(locations);
    }
}
