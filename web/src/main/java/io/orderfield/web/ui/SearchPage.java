package io.orderfield.web.ui;

import io.orderfield.fsm.workorder.WorkOrderTaskService;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.catalog.CatalogService;
import io.orderfield.om.ordering.LineItemService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The search in the top bar: a number opens its record, anything else the list that the reader uses, filtered. */
@Named("searchPage")
@RequestScoped
public class SearchPage {
    private static final Pattern NUMBER = Pattern.compile("(ORDL|ORD|PO|SO|RO|FO|WOT|WO|ACCT|CON|LOC)(\\d{4,12})");

    @Inject
    Me me;

    @Inject
    LineItemService lineItems;

    @Inject
    CatalogService catalog;

    @Inject
    WorkOrderTaskService tasks;

    @Inject
    Decisions decisions;

    @Inject
    Way way;

    private @Nullable String text;

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    /** Goes there. */
    public void go() {
        String wanted = text == null ? "" : text.strip();
        Matcher number = NUMBER.matcher(wanted.toUpperCase(Locale.ROOT));
        if (number.matches()) {
            record(number.group(1), number.group());
        } else {
            list(wanted);
        }
    }

    private void record(String kind, String number) {
        switch (kind) {
            case "ORD" -> details("customer-order", number);
            case "ORDL" ->
                owner("customer-order", number, () -> lineItems.find(number).customerOrder());
            case "WO" -> details("work-order", number);
            case "ACCT" -> details("account", number);
            case "CON" -> owner("account", number, () -> catalog.contact(number).account());
            case "LOC" ->
                owner("account", number, () -> catalog.location(number).account());
            case "FO" -> details("fallout", number);
            case "WOT" -> owner("work-order", number, () -> tasks.find(number).workOrder());
            default -> details("domain-order", number);
        }
        ;
    }

    private void owner(String folder, String number, Supplier<String> owner) {
        AtomicReference<String> found = new AtomicReference<>(number);
        // a refusal leaves the number itself: its page answers that there is no such record
        decisions.quietly(() -> found.set(owner.get()));
        details(folder, Objects.requireNonNullElse(found.get(), number));
    }

    private void list(String wanted) {
        String folder = me.may(Right.READ_ORDERS) && !me.may(Right.DISPATCH) ? "customer-order" : "work-order";
        way.to("/" + folder + "/list.xhtml", "text", wanted);
    }

    private void details(String folder, String number) {
        way.to("/" + folder + "/details.xhtml", "number", number);
    }
}
