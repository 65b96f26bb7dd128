package io.orderfield.om.customerorder;

import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
import io.orderfield.om.catalog.AccountView;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.Checks;
import io.orderfield.om.catalog.SpecificationView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
public final class OrderChecks {
    public static final int MOST_ITEMS = 2_000;
    static final int LONGEST_REFERENCE = 100;
    public static final int DEFAULT_PRIORITY = 3;

    private final Catalog catalog;
    private final String account;
    private final ItemReferences references;
    private Checks checks = new Checks();
    private OrderFields fields;
    private boolean completeItems;

    /** @param account number of the account that contacts and locations must belong to */
    public OrderChecks(Catalog catalog, String account, Clock clock) {
        this.catalog = catalog;
        this.account = account;
        this.references = new ItemReferences(catalog, account);
        this.fields = new OrderFields(checks, references, clock, false);
    }

    /** New items must have their mandatory characteristics already. */
    public OrderChecks ofCompleteItems() {
        completeItems = true;
        return this;
    }

    /** @param partner whether whoever asks is the customer, who makes no promises to themself */
    public OrderChecks of(boolean partner) {
        fields = fields.of(partner);
        return this;
    }

    /** @throws io.orderfield.kernel.Refusal with every problem, when there is one */
    public void finish() {
        checks.finish();
    }

    /** The account must exist, be active, and be one that the caller may see: of others the caller learns nothing. */
    public void account(boolean maySee) {
        if (account.isEmpty()) {
            checks.problem("account", Sentence.of("field.required"));
            return;
        }
        AccountView found =
                maySee ? catalog.accounts(ItemReferences.code(account)).get(account) : null;
        if (found == null) {
            checks.problem("account", Sentence.of("field.noAccount").with("account", ItemReferences.shown(account)));
        } else if (!found.active()) {
            checks.problem("account", Sentence.of("field.inactiveAccount").with("account", account));
        }
    }

    public CustomerOrderDefaults defaults(NewCustomerOrder order) {
        return new CustomerOrderDefaults(
                references.contact(checks, "contact", order.contact()),
                order.priority() == null ? DEFAULT_PRIORITY : fields.priority("priority", order.priority()),
                fields.date("requestedDate", order.requestedDate()),
                checks.optional("externalReference", order.externalReference(), LONGEST_REFERENCE),
                fields.instructions("specialInstructions", order.specialInstructions()));
    }

    /** What the order says after the revision. */
    public CustomerOrderDefaults revised(CustomerOrderDefaults now, CustomerOrderRevision revision) {
        references.loadContact(revision.contact());
        return new CustomerOrderDefaults(
                revision.contact() == null ? now.contact() : references.contact(checks, "contact", revision.contact()),
                revision.priority() == null ? now.priority() : fields.priority("priority", revision.priority()),
                revision.requestedDate() == null
                        ? now.requestedDate()
                        : fields.date("requestedDate", revision.requestedDate()),
                revision.externalReference() == null
                        ? now.externalReference()
                        : checks.optional("externalReference", revision.externalReference(), LONGEST_REFERENCE),
                revision.specialInstructions() == null
                        ? now.specialInstructions()
                        : fields.instructions("specialInstructions", revision.specialInstructions()));
    }

    /**
     * The items, those with several locations spread out.
     *
     * @param already how many items the order has
     */
    public List<LineItemData> items(@Nullable List<NewLineItem> items, int already, CustomerOrderDefaults defaults) {
        if (items == null || items.isEmpty()) {
            checks.problem("lineItems", Sentence.of("field.noLineItem"));
            return List.of();
        }
        long wanted = already;
        for (NewLineItem item : items) {
            wanted += item == null
                    ? 1
                    : Math.max(1, ItemReferences.locationsOf(item).size());
        }
        if (wanted > MOST_ITEMS) {
            checks.problem(
                    "lineItems",
                    Sentence.of("field.tooManyLineItems").with("wanted", wanted).with("most", MOST_ITEMS));
            return List.of();
        }
        references.loadFor(items);
        List<LineItemData> valid = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            NewLineItem item = items.get(i);
            String field = "lineItems[" + i + "].";
            if (item == null) {
                checks.problem("lineItems[" + i + "]", Sentence.of("field.required"));
            } else {
                valid.addAll(item(field, item, defaults));
            }
        }
        return valid;
    }

    /**
     * Items of a file, each checked by itself.
     *
     * @return for each row, in order, its item or what is wrong with it
     */
    public List<CheckedRow> rows(List<LineItemRow> rows, CustomerOrderDefaults defaults) {
        references.loadFor(rows.stream().map(LineItemRow::item).toList());
        List<CheckedRow> checked = new ArrayList<>();
        for (LineItemRow row : rows) {
            checks = new Checks();
            fields = fields.into(checks);
            row.problems().forEach(p -> checks.problem(p.field(), p.message()));
            List<LineItemData> items = item("", row.item(), defaults);
            checked.add(
                    new CheckedRow(row.number(), row.item(), checks.failed() ? null : items.get(0), checks.problems()));
        }
        return checked;
    }

    /**
     * A row of a file after its check.
     *
     * @param data what the item says, null when anything is wrong
     */
    public record CheckedRow(
            int number, NewLineItem item, @Nullable LineItemData data, List<FieldProblem> problems) {}

    /**
     * An item as it would be at other locations.
     *
     * @param existing the order's items
     */
    public List<LineItemData> copies(LineItemData item, List<String> places, List<OrderLineItem> existing) {
        if (places.isEmpty()) {
            checks.problem("locations", Sentence.of("field.noLocations"));
        }
        int all = existing.size() + places.size();
        if (all > MOST_ITEMS) {
            checks.problem(
                    "locations",
                    Sentence.of("field.tooManyLineItems").with("wanted", all).with("most", MOST_ITEMS));
            return List.of();
        }
        NewLineItem wanted =
                new NewLineItem("", item.specification(), null, places, null, Map.of(), null, null, null, null, null);
        references.loadFor(List.of(wanted));
        SpecificationView specification = references.product(checks, "specification", item.specification());
        if (completeItems && specification != null) {
            CharacteristicChecks.complete(checks, "characteristics", specification, item.characteristics());
        }
        Set<String> seen = new HashSet<>();
        List<LineItemData> copies = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            String field = "locations[" + i + "]";
            String place = references.location(checks, field, places.get(i) == null ? "" : places.get(i));
            if (!seen.add(place)) {
                checks.problem(field, Sentence.of("field.twice"));
            }
            copies.add(item.at(place));
        }
        return copies;
    }

    /** What an item in DRAFT says after the revision. A new specification starts without characteristics. */
    public LineItemData edited(LineItemData now, LineItemRevision revision) {
        String code = revision.specification() == null
                ? now.specification()
                : revision.specification().strip();
        String place = revision.location() == null
                ? now.location()
                : revision.location().strip();
        references.load(code, place);
        LineItemAction action = revision.action() == null ? now.action() : fields.action("action", revision.action());
        SpecificationView specification = revision.specification() == null
                ? references.specification(code)
                : references.product(checks, "specification", code);
        if (revision.location() != null) {
            references.location(checks, "location", place);
        }
        Map<String, String> before = code.equals(now.specification()) ? now.characteristics() : Map.of();
        return revised(now, revision, action, code, place, characteristics(specification, before, revision));
    }

    /** What an item in progress says after the revision. */
    public LineItemData changed(LineItemData now, LineItemRevision revision) {
        references.load(now.specification(), now.location());
        LineItemAction action = revision.action() == null ? now.action() : fields.action("action", revision.action());
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
                characteristics(references.specification(now.specification()), now.characteristics(), revision));
    }

    /** Each item must have its mandatory characteristics. */
    public void complete(List<OrderLineItem> items) {
        List<LineItemData> said = items.stream().map(OrderLineItem::data).toList();
        Set<String> codes = new HashSet<>();
        said.forEach(i -> codes.add(i.specification()));
        Map<String, SpecificationView> known = catalog.specifications(codes);
        for (int i = 0; i < said.size(); i++) {
            SpecificationView specification = known.get(said.get(i).specification());
            if (specification != null) {
                CharacteristicChecks.complete(
                        checks,
                        "lineItems[" + i + "].characteristics",
                        specification,
                        said.get(i).characteristics());
            }
        }
    }

    /** The reference without which a partner's message could not be told from its repeat. */
    public static String reference(@Nullable String reference) {
        Checks checks = new Checks();
        String valid = checks.required("externalReference", reference, LONGEST_REFERENCE);
        checks.finish();
        return valid;
    }

    private List<LineItemData> item(String field, NewLineItem item, CustomerOrderDefaults defaults) {
        LineItemAction action = fields.action(field + "action", item.action());
        String code = item.specification() == null ? "" : item.specification().strip();
        SpecificationView specification = references.product(checks, field + "specification", code);
        Map<String, String> values = item.characteristics() == null ? Map.of() : item.characteristics();
        Map<String, String> characteristics = specification == null
                ? Map.of()
                : CharacteristicChecks.valid(checks, field + "characteristics", specification, values);
        if (completeItems && specification != null) {
            CharacteristicChecks.complete(checks, field + "characteristics", specification, values);
        }
        int quantity = item.quantity() == null ? 1 : fields.quantity(field + "quantity", item.quantity());
        String contact = isBlank(item.contact())
                ? defaults.contact()
                : references.contact(checks, field + "contact", item.contact());
        int priority =
                item.priority() == null ? defaults.priority() : fields.priority(field + "priority", item.priority());
        LocalDate requested = item.requestedDate() == null
                ? defaults.requestedDate()
                : fields.date(field + "requestedDate", item.requestedDate());
        String instructions = isBlank(item.specialInstructions())
                ? defaults.specialInstructions()
                : fields.instructions(field + "specialInstructions", item.specialInstructions());
        Map<String, String> places = placesOf(field, item);
        LocalDate committed = fields.committed(field + "committedDate", item.committedDate(), places.values());
        List<LineItemData> spread = new ArrayList<>();
        places.forEach((path, place) -> spread.add(new LineItemData(
                action,
                code,
                references.location(checks, path, place),
                quantity,
                characteristics,
                contact,
                priority,
                requested,
                committed,
                instructions)));
        return spread;
    }

    /** The item's locations by the path of the field that names each. */
    private Map<String, String> placesOf(String field, NewLineItem item) {
        List<String> several = ItemReferences.locationsOf(item);
        if (several.isEmpty()) {
            return Map.of(field + "location", item.location() == null ? "" : item.location());
        }
        if (!isBlank(item.location())) {
            checks.problem(field + "location", Sentence.of("field.eitherLocation"));
        }
        Map<String, String> places = new LinkedHashMap<>();
        for (int i = 0; i < several.size(); i++) {
            places.put(field + "locations[" + i + "]", several.get(i) == null ? "" : several.get(i));
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
        references.loadContact(revision.contact());
        return new LineItemData(
                action,
                specification,
                location,
                revision.quantity() == null ? now.quantity() : fields.quantity("quantity", revision.quantity()),
                characteristics,
                revision.contact() == null ? now.contact() : references.contact(checks, "contact", revision.contact()),
                revision.priority() == null ? now.priority() : fields.priority("priority", revision.priority()),
                revision.requestedDate() == null
                        ? now.requestedDate()
                        : fields.date("requestedDate", revision.requestedDate()),
                revision.committedDate() == null || revision.committedDate().equals(now.committedDate())
                        ? now.committedDate()
                        : fields.committed("committedDate", revision.committedDate(), List.of(location)),
                revision.specialInstructions() == null
                        ? now.specialInstructions()
                        : fields.instructions("specialInstructions", revision.specialInstructions()));
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

    /** Reads the contact that the order itself names. */
    public void load(NewCustomerOrder order) {
        references.loadContact(order.contact());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
