package io.orderfield.web.ui;

import io.orderfield.fsm.workorder.WorkOrderTaskService;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.catalog.CatalogService;
import io.orderfield.om.ordering.LineItemService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    private @Nullable String text;

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    /** Where to go, as a Faces outcome. */
    public String go() {
        String wanted = text == null ? "" : text.strip();
        Matcher number = NUMBER.matcher(wanted.toUpperCase(Locale.ROOT));
        return number.matches() ? record(number.group(1), number.group()) : list(wanted);
    }

    private String record(String kind, String number) {
        return switch (kind) {
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
        };
    }

    private String owner(String folder, String number, Supplier<String> owner) {
        AtomicReference<String> found = new AtomicReference<>(number);
        // a refusal leaves the number itself: its page answers that there is no such record
        decisions.quietly(() -> found.set(owner.get()));
        return details(folder, Objects.requireNonNullElse(found.get(), number));
    }

    private String list(String wanted) {
        String folder = me.may(Right.READ_ORDERS) && !me.may(Right.DISPATCH) ? "customer-order" : "work-order";
        return "/" + folder + "/list.xhtml?faces-redirect=true&text=" + encoded(wanted);
    }

    private static String details(String folder, String number) {
        return "/" + folder + "/details.xhtml?faces-redirect=true&number=" + encoded(number);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
