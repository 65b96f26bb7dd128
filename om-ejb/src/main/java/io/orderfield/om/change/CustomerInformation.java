package io.orderfield.om.change;

import io.orderfield.messaging.contract.AccountReference;
import io.orderfield.messaging.contract.ContactDetails;
import io.orderfield.messaging.contract.ServiceLocation;
import io.orderfield.om.catalog.AccountView;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.ContactView;
import io.orderfield.om.catalog.LocationView;
import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.om.domainorder.ItemFacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The reference data that some items use, read at once: one transaction about 2,000 items asks the catalog a few times and
 * not 10,000 times.
 */
final class CustomerInformation {
    private final Map<String, AccountView> accounts;
    private final Map<String, ContactView> contacts;
    private final Map<String, LocationView> locations;
    private final Map<String, SpecificationView> specifications;

    private final Catalog catalog;

    private CustomerInformation(
            Catalog catalog,
            Map<String, AccountView> accounts,
            Map<String, ContactView> contacts,
            Map<String, LocationView> locations,
            Map<String, SpecificationView> specifications) {
        this.catalog = catalog;
        this.accounts = accounts;
        this.contacts = contacts;
        this.locations = locations;
        this.specifications = new HashMap<>(specifications);
    }

    /** What these items use, with everything that their products are realized as. */
    static CustomerInformation of(Catalog catalog, Collection<ItemFacts> items) {
        return new CustomerInformation(
                catalog,
                catalog.accounts(
                        items.stream().map(ItemFacts::account).distinct().toList()),
                catalog.contacts(items.stream()
                        .map(ItemFacts::contact)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()),
                catalog.locations(
                        items.stream().map(ItemFacts::location).distinct().toList()),
                catalog.specificationsWithParts(
                        items.stream().map(ItemFacts::specification).distinct().toList()));
    }

    AccountView account(String number) {
        return known(accounts.get(number), "account", number);
    }

    LocationView location(String number) {
        return known(locations.get(number), "location", number);
    }

    SpecificationView specification(String code) {
        if (!specifications.containsKey(code)) {
            // an approved order keeps the nodes that its product is not realized as any more
            specifications.putAll(catalog.specifications(List.of(code)));
        }
        return known(specifications.get(code), "specification", code);
    }

    AccountReference accountReference(String number) {
        AccountView account = account(number);
        return new AccountReference(account.number(), account.name());
    }

    @Nullable
    ContactDetails contactDetails(@Nullable String number) {
        if (number == null) {
            return null;
        }
        ContactView contact = known(contacts.get(number), "contact", number);
        return new ContactDetails(contact.number(), contact.name(), contact.phone(), contact.email());
    }

    ServiceLocation serviceLocation(String number) {
        LocationView l = location(number);
        return new ServiceLocation(
                l.number(),
                l.name(),
                l.street(),
                l.postalCode(),
                l.city(),
                l.region(),
                l.country(),
                l.latitude(),
                l.longitude(),
                l.timeZone(),
                l.accessNotes());
    }

    private static <T> T known(@Nullable T record, String what, String number) {
        if (record == null) {
            throw new IllegalStateException("there is no " + what + " " + number);
        }
        return record;
    }
}
