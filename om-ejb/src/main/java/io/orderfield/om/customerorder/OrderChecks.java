package io.orderfield.om.customerorder;

import io.orderfield.om.catalog.AccountView;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.catalog.ContactView;
import io.orderfield.om.catalog.LocationView;
import io.orderfield.om.catalog.SpecificationView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks what callers say about an order and its items against the catalog, and collects every problem. What items refer
 * to is read in bulk, once.
 */
final class OrderChecks {
    static final int MOST_ITEMS = 2_000;
    static final int MOST_OF_ONE = 9_999;
    static final int LONGEST_INSTRUCTIONS = 4_000;
    static final int LONGEST_REFERENCE = 100;
    static final int LONGEST_REASON = 4_000;
    private static final int CODE = 50;
    private static final int DEFAULT_PRIORITY = 3;
    private static final LocalDate FIRST_DATE = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(2100, 12, 31);

    private final Checks checks = new Checks();
    private final Catalog catalog;
    private final String account;
    private Map<String, SpecificationView> specifications = Map.of();
    private Map<String, LocationView> locations = Map.of();
    private Map<String, ContactView> contacts = Map.of();

    /** @param account number of the account that contacts and locations must belong to */
    OrderChecks(Catalog catalog, String account) {
        this.catalog = catalog;
        this.account = account;
    }

    /** @throws io.orderfield.messaging.refusal.Refusal with every problem, when there is one */
    void finish() {
        checks.finish();
    }

    /** The account must exist, be active, and be one that the caller may see: of others the caller learns nothing. */
    void account(boolean maySee) {
        if (account.isEmpty()) {
            checks.problem("account", "is required");
            return;
        }
        AccountView found = maySee ? catalog.accounts(nonNull(account)).get(account) : null;
        if (found == null) {
            checks.problem("account", "there is no account " + shown(account));
        } else if (!found.active()) {
            checks.problem("account", "the account " + account + " is not active");
        }
    }

    CustomerOrderDefaults defaults(NewCustomerOrder order) {
        return new CustomerOrderDefaults(
                contact("contact", order.contact()),
                order.priority() == null ? DEFAULT_PRIORITY : priority("priority", order.priority()),
                date("requestedDate", order.requestedDate()),
                checks.optional("externalReference", order.externalReference(), LONGEST_REFERENCE),
                checks.optional("specialInstructions", order.specialInstructions(), LONGEST_INSTRUCTIONS));
    }

    /** What the order says after the revision. */
    CustomerOrderDefaults revised(CustomerOrderDefaults now, CustomerOrderRevision revision) {
        loadContacts(nonNull(revision.contact()));
        return new CustomerOrderDefaults(
                revision.contact() == null ? now.contact() : contact("contact", revision.contact()),
                revision.priority() == null ? now.priority() : priority("priority", revision.priority()),
                revision.requestedDate() == null
                        ? now.requestedDate()
                        : date("requestedDate", revision.requestedDate()),
                revision.externalReference() == null
                        ? now.externalReference()
                        : checks.optional("externalReference", revision.externalReference(), LONGEST_REFERENCE),
                revision.specialInstructions() == null
                        ? now.specialInstructions()
                        : checks.optional("specialInstructions", revision.specialInstructions(), LONGEST_INSTRUCTIONS));
    }

    /**
     * The items, those with several locations spread out.
     *
     * @param already how many items the order has
     */
    List<LineItemData> items(@Nullable List<NewLineItem> items, int already, CustomerOrderDefaults defaults) {
        if (items == null || items.isEmpty()) {
            checks.problem("lineItems", "at least one line item is required");
            return List.of();
        }
        long wanted = already;
        for (NewLineItem item : items) {
            wanted += item == null ? 1 : Math.max(1, locationsOf(item).size());
        }
        if (wanted > MOST_ITEMS) {
            checks.problem("lineItems", wanted + " line items; an order has at most " + MOST_ITEMS);
            return List.of();
        }
        loadFor(items);
        List<LineItemData> valid = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            NewLineItem item = items.get(i);
            String field = "lineItems[" + i + "]";
            if (item == null) {
                checks.problem(field, "is required");
            } else {
                valid.addAll(item(field, item, defaults));
            }
        }
        return valid;
    }

    /** What an item in DRAFT says after the revision. A new specification starts without characteristics. */
    LineItemData edited(LineItemData now, LineItemRevision revision) {
        String code = revision.specification() == null
                ? now.specification()
                : revision.specification().strip();
        String place = revision.location() == null
                ? now.location()
                : revision.location().strip();
        specifications = catalog.specifications(nonNull(code));
        locations = catalog.locations(nonNull(place));
        LineItemAction action = revision.action() == null ? now.action() : action("action", revision.action());
        SpecificationView specification =
                revision.specification() == null ? specifications.get(code) : product("specification", code);
        if (revision.location() != null) {
            location("location", place);
        }
        Map<String, String> before = code.equals(now.specification()) ? now.characteristics() : Map.of();
        return revised(now, revision, action, code, place, characteristics(specification, before, revision));
    }

    /** What an item in progress says after the revision. */
    LineItemData changed(LineItemData now, LineItemRevision revision) {
        specifications = catalog.specifications(List.of(now.specification()));
        LineItemAction action = revision.action() == null ? now.action() : action("action", revision.action());
        return revised(
                now,
                revision,
                action,
                revision.specification() == null
                        ? now.specification()
                        : revision.specification().strip(),
                revision.location() == null
                        ? now.location()
                        : revision.location().strip(),
                characteristics(specifications.get(now.specification()), now.characteristics(), revision));
    }

    /** Each item must have its mandatory characteristics. */
    void complete(List<OrderLineItem> items) {
        Set<String> codes = new HashSet<>();
        items.forEach(i -> codes.add(i.specification()));
        Map<String, SpecificationView> known = catalog.specifications(codes);
        for (int i = 0; i < items.size(); i++) {
            SpecificationView specification = known.get(items.get(i).specification());
            if (specification != null) {
                CharacteristicChecks.complete(
                        checks,
                        "lineItems[" + i + "].characteristics",
                        specification,
                        items.get(i).characteristics());
            }
        }
    }

    /** A reason that a person must give. */
    static String reason(@Nullable String reason) {
        return reason(reason, LONGEST_REASON);
    }

    /** A reason that a person must give, of at most so many characters. */
    static String reason(@Nullable String reason, int longest) {
        Checks checks = new Checks();
        String valid = checks.required("reason", reason, longest);
        checks.finish();
        return valid;
    }

    /** A reason that a person may give. */
    static @Nullable String optionalReason(@Nullable String reason) {
        Checks checks = new Checks();
        String valid = checks.optional("reason", reason, LONGEST_REASON);
        checks.finish();
        return valid;
    }

    private List<LineItemData> item(String field, NewLineItem item, CustomerOrderDefaults defaults) {
        LineItemAction action = action(field + ".action", item.action());
        String code = item.specification() == null ? "" : item.specification().strip();
        SpecificationView specification = product(field + ".specification", code);
        Map<String, String> values = item.characteristics() == null ? Map.of() : item.characteristics();
        Map<String, String> characteristics = specification == null
                ? Map.of()
                : CharacteristicChecks.valid(checks, field + ".characteristics", specification, values);
        int quantity = item.quantity() == null ? 1 : quantity(field + ".quantity", item.quantity());
        String contact = isBlank(item.contact()) ? defaults.contact() : contact(field + ".contact", item.contact());
        int priority = item.priority() == null ? defaults.priority() : priority(field + ".priority", item.priority());
        LocalDate requested = item.requestedDate() == null
                ? defaults.requestedDate()
                : date(field + ".requestedDate", item.requestedDate());
        String instructions = isBlank(item.specialInstructions())
                ? defaults.specialInstructions()
                : checks.optional(field + ".specialInstructions", item.specialInstructions(), LONGEST_INSTRUCTIONS);
        List<LineItemData> spread = new ArrayList<>();
        placesOf(field, item)
                .forEach((path, place) -> spread.add(new LineItemData(
                        action,
                        code,
                        location(path, place),
                        quantity,
                        characteristics,
                        contact,
                        priority,
                        requested,
                        instructions)));
        return spread;
    }

    /** The item's locations by the path of the field that names each. */
    private Map<String, String> placesOf(String field, NewLineItem item) {
        List<String> several = locationsOf(item);
        if (several.isEmpty()) {
            return Map.of(field + ".location", item.location() == null ? "" : item.location());
        }
        if (!isBlank(item.location())) {
            checks.problem(field + ".location", "give either location or locations");
        }
        Map<String, String> places = new LinkedHashMap<>();
        for (int i = 0; i < several.size(); i++) {
            places.put(field + ".locations[" + i + "]", several.get(i) == null ? "" : several.get(i));
        }
        return places;
    }

    private LineItemData revised(
            LineItemData now,
            LineItemRevision revision,
            LineItemAction action,
            String specification,
            String location,
            Map<String, String> characteristics) {
        loadContacts(nonNull(revision.contact()));
        return new LineItemData(
                action,
                specification,
                location,
                revision.quantity() == null ? now.quantity() : quantity("quantity", revision.quantity()),
                characteristics,
                revision.contact() == null ? now.contact() : contact("contact", revision.contact()),
                revision.priority() == null ? now.priority() : priority("priority", revision.priority()),
                revision.requestedDate() == null
                        ? now.requestedDate()
                        : date("requestedDate", revision.requestedDate()),
                revision.specialInstructions() == null
                        ? now.specialInstructions()
                        : checks.optional("specialInstructions", revision.specialInstructions(), LONGEST_INSTRUCTIONS));
    }

    private Map<String, String> characteristics(
            @Nullable SpecificationView specification, Map<String, String> before, LineItemRevision revision) {
        if (specification == null || revision.characteristics() == null) {
            return before;
        }
        Map<String, String> after = new TreeMap<>(before);
        after.keySet().removeAll(revision.characteristics().keySet());
        after.putAll(CharacteristicChecks.valid(checks, "characteristics", specification, revision.characteristics()));
        return after;
    }

    private LineItemAction action(String field, @Nullable String name) {
        if (isBlank(name)) {
            checks.problem(field, "is required: add, change or disconnect");
            return LineItemAction.ADD;
        }
        return LineItemAction.named(name).orElseGet(() -> {
            checks.problem(field, "must be add, change or disconnect");
            return LineItemAction.ADD;
        });
    }

    private @Nullable SpecificationView product(String field, String code) {
        if (code.isEmpty()) {
            checks.problem(field, "is required");
            return null;
        }
        SpecificationView specification = specifications.get(code);
        if (specification == null) {
            checks.problem(field, "there is no specification " + shown(code));
        } else if (!specification.type().equals("product")) {
            checks.problem(field, code + " is a " + specification.type() + "; line items name products");
        } else if (!specification.active()) {
            checks.problem(field, "the specification " + code + " is not active");
        }
        return specification;
    }

    private String location(String field, String number) {
        String wanted = number.strip();
        LocationView location = locations.get(wanted);
        if (wanted.isEmpty()) {
            checks.problem(field, "is required");
        } else if (location == null || !location.account().equals(account)) {
            checks.problem(field, "the account has no location " + shown(wanted));
        } else if (!location.active()) {
            checks.problem(field, "the location " + wanted + " is not active");
        }
        return wanted;
    }

    private @Nullable String contact(String field, @Nullable String number) {
        if (isBlank(number)) {
            return null;
        }
        String wanted = number.strip();
        ContactView contact = contacts.get(wanted);
        if (contact == null || !contact.account().equals(account)) {
            checks.problem(field, "the account has no contact " + shown(wanted));
        } else if (!contact.active()) {
            checks.problem(field, "the contact " + wanted + " is not active");
        }
        return wanted;
    }

    private int quantity(String field, int quantity) {
        if (quantity < 1 || quantity > MOST_OF_ONE) {
            checks.problem(field, "must be 1 to " + MOST_OF_ONE);
        }
        return quantity;
    }

    private int priority(String field, int priority) {
        if (priority < 1 || priority > 4) {
            checks.problem(field, "must be 1 (critical) to 4 (low)");
        }
        return priority;
    }

    private @Nullable LocalDate date(String field, @Nullable LocalDate date) {
        if (date != null && (date.isBefore(FIRST_DATE) || date.isAfter(LAST_DATE))) {
            checks.problem(field, "must be from " + FIRST_DATE + " to " + LAST_DATE);
        }
        return date;
    }

    /** Reads the contact that the order itself names. */
    void load(NewCustomerOrder order) {
        loadContacts(nonNull(order.contact()));
    }

    private void loadFor(List<NewLineItem> items) {
        Set<String> codes = new HashSet<>();
        Set<String> places = new HashSet<>();
        Set<String> people = new HashSet<>(contacts.keySet());
        for (NewLineItem item : items) {
            if (item != null) {
                codes.addAll(nonNull(item.specification()));
                places.addAll(nonNull(item.location()));
                locationsOf(item).forEach(l -> places.addAll(nonNull(l)));
                people.addAll(nonNull(item.contact()));
            }
        }
        specifications = catalog.specifications(codes);
        locations = catalog.locations(places);
        loadContacts(people);
    }

    private void loadContacts(Collection<String> numbers) {
        contacts = catalog.contacts(numbers);
    }

    private static List<String> locationsOf(NewLineItem item) {
        return item.locations() == null ? List.of() : item.locations();
    }

    /** The code to look up; what is too long to be one is not even asked for. */
    private static List<String> nonNull(@Nullable String code) {
        return code == null || code.isBlank() || code.strip().length() > CODE || code.indexOf('\0') >= 0
                ? List.of()
                : List.of(code.strip());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String shown(String code) {
        return code.length() > CODE ? code.substring(0, CODE) + "…" : code;
    }
}
