package io.orderfield.om.customerorder;

import io.orderfield.kernel.Sentence;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.catalog.ContactView;
import io.orderfield.om.catalog.LocationView;
import io.orderfield.om.catalog.SpecificationView;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What items refer to (specifications, locations and contacts), read in bulk, and the checks that a reference holds. */
public final class ItemReferences {
    private static final int CODE = 50;

    private final Catalog catalog;
    private final String account;
    private Map<String, SpecificationView> specifications = Map.of();
    private Map<String, LocationView> locations = Map.of();
    private Map<String, ContactView> contacts = Map.of();

    /** @param account number of the account that contacts and locations must belong to */
    ItemReferences(Catalog catalog, String account) {
        this.catalog = catalog;
        this.account = account;
    }

    void load(String specification, String location) {
        specifications = catalog.specifications(code(specification));
        locations = catalog.locations(code(location));
    }

    void loadContact(@Nullable String number) {
        contacts = catalog.contacts(code(number));
    }

    /** Reads whatever these items name; the order's own contact stays known. */
    void loadFor(Collection<NewLineItem> items) {
        Set<String> codes = new HashSet<>();
        Set<String> places = new HashSet<>();
        Set<String> people = new HashSet<>(contacts.keySet());
        for (NewLineItem item : items) {
            if (item != null) {
                codes.addAll(code(item.specification()));
                places.addAll(code(item.location()));
                locationsOf(item).forEach(l -> places.addAll(code(l)));
                people.addAll(code(item.contact()));
            }
        }
        specifications = catalog.specifications(codes);
        locations = catalog.locations(places);
        contacts = catalog.contacts(people);
    }

    /** The specification, whether or not items may name it. */
    @Nullable
    SpecificationView specification(String code) {
        return specifications.get(code);
    }

    /** The product that an item names. */
    @Nullable
    SpecificationView product(Checks checks, String field, String code) {
        if (code.isEmpty()) {
            checks.problem(field, Sentence.of("field.required"));
            return null;
        }
        SpecificationView specification = specifications.get(code);
        if (specification == null) {
            checks.problem(field, Sentence.of("field.noSpecification").with("code", shown(code)));
        } else if (!specification.type().equals("product")) {
            checks.problem(
                    field, Sentence.of("field.noProduct").with("code", code).with("type", specification.type()));
        } else if (!specification.active()) {
            checks.problem(field, Sentence.of("field.inactiveSpecification").with("code", code));
        }
        return specification;
    }

    /** Where it is which day; UTC where the location is not known, which is told by itself. */
    ZoneId zoneOf(String location) {
        LocationView known = locations.get(location.strip());
        return known == null ? ZoneOffset.UTC : ZoneId.of(known.timeZone());
    }

    String location(Checks checks, String field, String number) {
        String wanted = number.strip();
        LocationView location = locations.get(wanted);
        if (wanted.isEmpty()) {
            checks.problem(field, Sentence.of("field.required"));
        } else if (location == null || !location.account().equals(account)) {
            checks.problem(field, Sentence.of("field.noLocation").with("number", shown(wanted)));
        } else if (!location.active()) {
            checks.problem(field, Sentence.of("field.inactiveLocation").with("number", wanted));
        }
        return wanted;
    }

    @Nullable
    String contact(Checks checks, String field, @Nullable String number) {
        if (number == null || number.isBlank()) {
            return null;
        }
        String wanted = number.strip();
        ContactView contact = contacts.get(wanted);
        if (contact == null || !contact.account().equals(account)) {
            checks.problem(field, Sentence.of("field.noContact").with("number", shown(wanted)));
        } else if (!contact.active()) {
            checks.problem(field, Sentence.of("field.inactiveContact").with("number", wanted));
        }
        return wanted;
    }

    static List<String> locationsOf(NewLineItem item) {
        return item.locations() == null ? List.of() : item.locations();
    }

    /** The code to look up; what is too long to be one is not even asked for. */
    static List<String> code(@Nullable String code) {
        return code == null || code.isBlank() || code.strip().length() > CODE || code.indexOf('\0') >= 0
                ? List.of()
                : List.of(code.strip());
    }

    public static String shown(String code) {
        return code.length() > CODE ? code.substring(0, CODE) + "…" : code;
    }
}
