package io.orderfield.om.customerorder;

import io.orderfield.messaging.contract.FieldChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an item says, validated: everything that the customer decides. An item's own value wins over the order's default
 * when the item is written; later the item stands alone.
 *
 * @param location number of the location
 * @param contact number of the contact
 * @param committedDate the day promised to the customer, local to the location
 */
public record LineItemData(
        LineItemAction action,
        String specification,
        String location,
        int quantity,
        Map<String, String> characteristics,
        @Nullable String contact,
        int priority,
        @Nullable LocalDate requestedDate,
        @Nullable LocalDate committedDate,
        @Nullable String specialInstructions) {
    public LineItemData {
        characteristics = Map.copyOf(characteristics);
    }

    /** The same at another location, where nothing was promised yet. */
    LineItemData at(String otherLocation) {
        return new LineItemData(
                action,
                specification,
                otherLocation,
                quantity,
                characteristics,
                contact,
                priority,
                requestedDate,
                null,
                specialInstructions);
    }

    /** Every field that has a value, as something new. */
    public List<FieldChange> asNew() {
        List<FieldChange> changes = new ArrayList<>();
        add(changes, "action", null, action);
        add(changes, "specification", null, specification);
        add(changes, "location", null, location);
        add(changes, "quantity", null, quantity);
        new TreeMap<>(characteristics).forEach((name, value) -> add(changes, "characteristics." + name, null, value));
        add(changes, "contact", null, contact);
        add(changes, "priority", null, priority);
        add(changes, "requestedDate", null, requestedDate);
        add(changes, "committedDate", null, committedDate);
        add(changes, "specialInstructions", null, specialInstructions);
        return List.copyOf(changes);
    }

    /** Old and new value of every field that differs, in a fixed order. */
    public List<FieldChange> differencesTo(LineItemData next) {
        List<FieldChange> changes = new ArrayList<>();
        add(changes, "action", action, next.action);
        add(changes, "specification", specification, next.specification);
        add(changes, "location", location, next.location);
        add(changes, "quantity", quantity, next.quantity);
        TreeSet<String> names = new TreeSet<>(characteristics.keySet());
        names.addAll(next.characteristics.keySet());
        for (String name : names) {
            add(changes, "characteristics." + name, characteristics.get(name), next.characteristics.get(name));
        }
        add(changes, "contact", contact, next.contact);
        add(changes, "priority", priority, next.priority);
        add(changes, "requestedDate", requestedDate, next.requestedDate);
        add(changes, "committedDate", committedDate, next.committedDate);
        add(changes, "specialInstructions", specialInstructions, next.specialInstructions);
        return List.copyOf(changes);
    }

    /** Notes a field that is different. */
    static void add(List<FieldChange> changes, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(field, Objects.toString(before, null), Objects.toString(after, null)));
        }
    }
}
