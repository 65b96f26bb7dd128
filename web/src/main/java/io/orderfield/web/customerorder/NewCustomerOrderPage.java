package io.orderfield.web.customerorder;

import io.orderfield.om.catalog.AccountView;
import io.orderfield.om.catalog.CatalogService;
import io.orderfield.om.catalog.ContactView;
import io.orderfield.om.catalog.LocationView;
import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Step;
import io.orderfield.web.ui.Texts;
import io.orderfield.web.ui.Way;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A new customer order in four steps: account, locations, products at each location, review. */
@Named("newCustomerOrderPage")
@ViewScoped
public class NewCustomerOrderPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> STEPS = List.of("account", "locations", "products", "review");
    private static final int LOCATIONS = 1;
    private static final int PRODUCTS = 2;
    private static final int REVIEW = 3;

    @Inject
    CatalogService catalog;

    @Inject
    CustomerOrderService orders;

    @Inject
    Decisions decisions;

    @Inject
    Way way;

    @Inject
    Texts texts;

    private final NewCustomerOrderForm form = new NewCustomerOrderForm();
    private int step;
    private transient @Nullable List<AccountView> accounts;
    private transient @Nullable List<ContactView> contacts;
    private transient @Nullable List<LocationView> locations;
    private transient @Nullable List<SpecificationView> specifications;

    /** On to the next step, when this one is complete. */
    public void forward() {
        form.clearErrors();
        if (isComplete(step)) {
            step = Math.min(step + 1, REVIEW);
            if (step == PRODUCTS) {
                form.matchItemsToLocations();
            }
        }
    }

    public void back() {
        step = Math.max(step - 1, 0);
    }

    /** Back to a step from the review. */
    public void goTo(int wanted) {
        if (wanted >= 0 && wanted < step) {
            step = wanted;
        }
    }

    public void changeAccount() {
        form.changeAccount();
        contacts = null;
        locations = null;
    }

    public void changeSpecification(LineItemForm item) {
        item.chooseSpecification(getSpecifications());
    }

    public void addItem(String location) {
        form.addItemAt(location);
    }

    public void removeItem(LineItemForm item) {
        form.remove(item);
    }

    public void copyToAllLocations(String location) {
        form.copyToAllLocations(location);
        decisions.say(texts.of("order.new.copied", form.getLocations().size()));
    }

    public void selectAllLocations() {
        form.setLocations(getLocations().stream().map(LocationView::number).toList());
    }

    /**
     * Takes items that were read from a file; their locations are chosen with them.
     *
     * @param all whether the file is complete: then the order is reviewed next
     */
    void take(List<NewLineItem> items, boolean all) {
        form.take(items, getSpecifications());
        if (all) {
            step = REVIEW;
        }
    }

    /** Creates the order as a draft. */
    public void save() {
        CustomerOrderView draft = create();
        if (draft == null) {
            return;
        }
        decisions.sayThere(texts.of("order.saved", draft.number()));
        show(draft);
    }

    /** Creates the order and places it. */
    public void place() {
        if (!hasEverything()) {
            return;
        }
        CustomerOrderView draft = create();
        if (draft == null) {
            return;
        }
        Optional<Problem> refused = decisions.quietly(() -> orders.place(draft.number(), draft.version()));
        decisions.sayThere(texts.of(refused.isPresent() ? "order.saved" : "order.placed", draft.number()));
        refused.ifPresent(decisions::tell);
        show(draft);
    }

    private @Nullable CustomerOrderView create() {
        form.clearErrors();
        AtomicReference<CustomerOrderView> created = new AtomicReference<>();
        decisions.quietly(() -> created.set(orders.create(form.toOrder()))).ifPresent(refusal -> {
            FormErrors.show(form, refusal.errors(), texts::of);
            decisions.tell(refusal);
            step = stepOfTheFirstError();
        });
        return created.get();
    }

    /** What the service would refuse only when a draft exists already: mandatory characteristics. */
    private boolean hasEverything() {
        form.clearErrors();
        boolean complete = true;
        for (LineItemForm item : form.getItems()) {
            for (CharacteristicField field : item.getCharacteristics()) {
                if (field.isMissing()) {
                    item.getErrors().put("characteristics." + field.getName(), texts.of("form.required"));
                    complete = false;
                }
            }
        }
        if (!complete) {
            step = PRODUCTS;
            decisions.ask(texts.of("order.new.missing"));
        }
        return complete;
    }

    private boolean isComplete(int current) {
        if (current == 0 && form.getAccount() == null) {
            return refuse("account", "order.new.chooseAccount");
        }
        if (current == LOCATIONS && form.getLocations().isEmpty()) {
            return refuse("locations", "order.new.chooseLocation");
        }
        if (current == PRODUCTS) {
            boolean complete = true;
            for (LineItemForm item : form.getItems()) {
                if (item.getSpecification() == null) {
                    item.getErrors().put("specification", texts.of("form.required"));
                    complete = false;
                }
                if (item.getQuantity() == null) {
                    item.getErrors().put("quantity", texts.of("form.required"));
                    complete = false;
                }
            }
            if (!complete) {
                decisions.ask(texts.of("order.new.missing"));
            }
            return complete;
        }
        return true;
    }

    private boolean refuse(String field, String key) {
        form.getErrors().put(field, texts.of(key));
        decisions.ask(texts.of(key));
        return false;
    }

    private int stepOfTheFirstError() {
        if (!form.getErrors().isEmpty()) {
            return form.getErrors().containsKey("locations") ? LOCATIONS : 0;
        }
        return form.getItems().stream().anyMatch(item -> !item.getErrors().isEmpty()) ? PRODUCTS : step;
    }

    private void show(CustomerOrderView order) {
        way.to("/customer-order/details.xhtml", "number", order.number());
    }

    public NewCustomerOrderForm getForm() {
        return form;
    }

    public int getStep() {
        return step;
    }

    public List<Step> getSteps() {
        return Step.way(STEPS, step, false);
    }

    public List<AccountView> getAccounts() {
        List<AccountView> known = accounts;
        if (known == null) {
            known = catalog.accounts().stream().filter(AccountView::active).toList();
            accounts = known;
        }
        return known;
    }

    public List<ContactView> getContacts() {
        List<ContactView> known = contacts;
        if (known == null) {
            known = form.getAccount() == null
                    ? List.of()
                    : catalog.contacts(form.getAccount()).stream()
                            .filter(ContactView::active)
                            .toList();
            contacts = known;
        }
        return known;
    }

    /** The account's locations. */
    public List<LocationView> getLocations() {
        List<LocationView> known = locations;
        if (known == null) {
            known = form.getAccount() == null
                    ? List.of()
                    : catalog.locations(form.getAccount()).stream()
                            .filter(LocationView::active)
                            .toList();
            locations = known;
        }
        return known;
    }

    /** The chosen locations. */
    public List<LocationView> getChosenLocations() {
        return getLocations().stream()
                .filter(l -> form.getLocations().contains(l.number()))
                .toList();
    }

    /** Products that can be ordered. */
    public List<SpecificationView> getSpecifications() {
        List<SpecificationView> known = specifications;
        if (known == null) {
            known = catalog.specifications().stream()
                    .filter(s -> s.active() && s.type().toLowerCase(Locale.ROOT).equals("product"))
                    .toList();
            specifications = known;
        }
        return known;
    }

    /** The name of a product. */
    public String specificationName(@Nullable String code) {
        return getSpecifications().stream()
                .filter(s -> s.code().equals(code))
                .map(SpecificationView::name)
                .findFirst()
                .orElse(code == null ? "" : code);
    }

    /** The account as it is shown in the review. */
    public @Nullable AccountView getAccount() {
        return getAccounts().stream()
                .filter(a -> a.number().equals(form.getAccount()))
                .findFirst()
                .orElse(null);
    }

    public @Nullable String getContactName() {
        return getContacts().stream()
                .filter(c -> c.number().equals(form.getContact()))
                .map(ContactView::name)
                .findFirst()
                .orElse(null);
    }
}
