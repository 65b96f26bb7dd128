package io.orderfield.om.plan;

import io.orderfield.messaging.contract.AccountReference;
import io.orderfield.messaging.contract.ContactDetails;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.ServiceLocation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a work order that Order Management owns. Two of them with equal data need no request.
 *
 * @param template code of the work order template
 * @param priority 1 critical to 4 low
 * @param shortDescription one line, at most 200 characters
 * @param description characteristics, quantity and instructions, one a line
 * @param requestedStart first day wanted, local to the location
 * @param due last day wanted, local to the location
 * @param hold whether the order is on hold
 */
public record WorkOrderData(
        String template,
        int priority,
        String shortDescription,
        String description,
        @Nullable LocalDate requestedStart,
        @Nullable LocalDate due,
        AccountReference account,
        @Nullable ContactDetails contact,
        ServiceLocation location,
        boolean hold) {

    public WorkOrderData withHold(boolean onHold) {
        return new WorkOrderData(
                template,
                priority,
                shortDescription,
                description,
                requestedStart,
                due,
                account,
                contact,
                location,
                onHold);
    }

    public WorkOrderData withCustomer(
            AccountReference newAccount, @Nullable ContactDetails newContact, ServiceLocation newLocation) {
        return new WorkOrderData(
                template,
                priority,
                shortDescription,
                description,
                requestedStart,
                due,
                newAccount,
                newContact,
                newLocation,
                hold);
    }

    /** Old and new value of every field that differs, in a fixed order. */
    List<FieldChange> differencesTo(WorkOrderData next) {
        List<FieldChange> changes = new ArrayList<>();
        add(changes, "priority", priority, next.priority);
        add(changes, "shortDescription", shortDescription, next.shortDescription);
        add(changes, "description", description, next.description);
        add(changes, "requestedStart", requestedStart, next.requestedStart);
        add(changes, "due", due, next.due);
        add(changes, "account.name", account.name(), next.account.name());
        addContact(changes, contact, next.contact);
        addLocation(changes, location, next.location);
        add(changes, "hold", hold, next.hold);
        return List.copyOf(changes);
    }

    private static void addContact(
            List<FieldChange> changes, @Nullable ContactDetails before, @Nullable ContactDetails after) {
        ContactDetails old = before == null ? new ContactDetails(null, null, null, null) : before;
        ContactDetails now = after == null ? new ContactDetails(null, null, null, null) : after;
        add(changes, "contact.number", old.number(), now.number());
        add(changes, "contact.name", old.name(), now.name());
        add(changes, "contact.phone", old.phone(), now.phone());
        add(changes, "contact.email", old.email(), now.email());
    }

    private static void addLocation(List<FieldChange> changes, ServiceLocation old, ServiceLocation now) {
        add(changes, "location.name", old.name(), now.name());
        add(changes, "location.street", old.street(), now.street());
        add(changes, "location.postalCode", old.postalCode(), now.postalCode());
        add(changes, "location.city", old.city(), now.city());
        add(changes, "location.region", old.region(), now.region());
        add(changes, "location.country", old.country(), now.country());
        add(changes, "location.latitude", old.latitude(), now.latitude());
        add(changes, "location.longitude", old.longitude(), now.longitude());
        add(changes, "location.timeZone", old.timeZone(), now.timeZone());
        add(changes, "location.accessNotes", old.accessNotes(), now.accessNotes());
    }

    private static void add(List<FieldChange> changes, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(field, Objects.toString(before, null), Objects.toString(after, null)));
        }
    }
}
