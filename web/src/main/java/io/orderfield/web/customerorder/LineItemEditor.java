package io.orderfield.web.customerorder;

import io.orderfield.om.catalog.ContactView;
import io.orderfield.om.catalog.LocationView;
import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.om.change.ImpactView;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemService;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.web.problem.Problem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The dialog in which an item of an order is added, edited (in a draft) or revised (in flight). A revision shows its impact
 * on the work orders first; confirming is refused when the plan has moved on since.
 */
@Named("lineItemEditor")
@ViewScoped
public class LineItemEditor extends PreviewedEditor<ImpactView> {
    private static final long serialVersionUID = 1L;
    private static final LineItemRevision NOTHING =
            new LineItemRevision(null, null, null, null, null, null, null, null, null, null);

    @Inject
    LineItemService lineItems;

    private LineItemForm form = LineItemForm.at(null);
    private transient @Nullable LineItemView item;

    /** Opens the dialog for an item. */
    public void open(LineItemView chosen) {
        item = lineItems.find(chosen.number());
        form = LineItemForm.of(item, catalog.specifications());
        start(page.isDraft());
    }

    /** Opens the dialog for a new item. */
    public void openNew() {
        item = null;
        form = LineItemForm.at(null);
        start(page.isDraft());
    }

    public void changeSpecification() {
        form.chooseSpecification(catalog.specifications());
    }

    /** Shows what a change in flight, or a further item, would do. Nothing happens yet. */
    @Override
    public void preview() {
        form.getErrors().clear();
        if (!isAdding() && form.toRevision(current()).equals(NOTHING)) {
            decisions.ask(texts.of("item.nothingChanged"));
            return;
        }
        if (!isAdding() && isOvertaken()) {
            return;
        }
        decisions
                .quietly(() -> {
                    ImpactView found = impactNow();
                    show(found, found.etag());
                })
                .ifPresent(this::refused);
    }

    private ImpactView impactNow() {
        if (isAdding()) {
            return previewed.impactOfAdding(order().number(), List.of(form.toNewItem()));
        }
        LineItemView now = current();
        return previewed.impactOfRevision(now.number(), form.toRevision(now));
    }

    /** Makes the change that was previewed, unless the plan has moved on: then the reader looks again. */
    public void confirm() {
        String etag = seenImpact();
        AtomicReference<LineItemView> revised = new AtomicReference<>();
        Optional<Problem> refusal = decisions.quietly(() -> {
            if (isAdding()) {
                previewed.addLineItems(order().number(), List.of(form.toNewItem()), etag);
            } else {
                LineItemView now = current();
                revised.set(previewed.revise(now.number(), form.toRevision(now), etag));
            }
        });
        if (refusal.isPresent() && refusal.get().status() == STALE) {
            preview(); // what it would do now, or who changed the item meanwhile
            if (getMeanwhile() == null) {
                decisions.ask(texts.of("item.impactMoved"));
            }
            return;
        }
        done(refusal, saidOf(revised.get()));
    }

    private String saidOf(@Nullable LineItemView revised) {
        if (isAdding()) {
            return isForApproval() ? "item.addition.requested" : "item.added";
        }
        return isRequested(revised) ? "item.requested" : "item.revised";
    }

    private static boolean isRequested(@Nullable LineItemView revised) {
        return revised != null
                && revised.inflightChange() != null
                && revised.inflightChange().waiting();
    }

    /** Saves an item of a draft, or adds a new one. */
    @Override
    public void save() {
        form.getErrors().clear();
        CustomerOrderView order = order();
        if (form.getNumber() == null) {
            done(
                    decisions.quietly(
                            () -> orders.addLineItems(order.number(), List.of(form.toNewItem()), order.version())),
                    "item.added");
            return;
        }
        LineItemView now = current();
        Optional<Problem> refusal =
                decisions.quietly(() -> lineItems.revise(now.number(), form.toRevision(now), form.getRevision()));
        if (refusal.isPresent() && refusal.get().status() == STALE) {
            showMeanwhile(now.number());
        } else {
            done(refusal, "item.saved");
        }
    }

    /** Whether the item says something else than when the dialog was opened; the reader sees it before anything happens. */
    private boolean isOvertaken() {
        LineItemView opened = current();
        LineItemView theirs = lineItems.find(opened.number());
        boolean overtaken = theirs.revision() != form.getRevision()
                && (opened.revision() != form.getRevision() || ItemMeanwhile.saysSomethingElse(opened, theirs));
        if (overtaken) {
            forgetPreview();
            showMeanwhile(theirs.number());
        } else {
            item = theirs;
            form.saw(theirs.revision());
        }
        return overtaken;
    }

    /** Somebody else was faster: shows the other's values beside the reader's, which stay in the form. */
    private void showMeanwhile(String number) {
        decisions
                .quietly(() -> {
                    LineItemView theirs = lineItems.find(number);
                    item = theirs;
                    show(new ItemMeanwhile(texts, catalog.specifications(), locations(), contacts())
                            .compare(form, theirs, lineItems.lastChange(number)));
                })
                .ifPresentOrElse(decisions::tell, () -> decisions.ask(texts.of("item.changedMeanwhile", number)));
        page.load();
    }

    /** Saves the reader's values over the other's, which the reader has seen; in flight it shows what that would do. */
    public void keepMine() {
        form.saw(current().revision());
        goOn();
    }

    /** Goes on with the other's values. */
    public void takeTheirs() {
        form = LineItemForm.of(current(), catalog.specifications());
        forgetPreview();
    }

    private void done(Optional<Problem> refusal, String text) {
        if (refusal.isPresent()) {
            refused(refusal.get());
            page.load();
        } else {
            decisions.say(texts.of(text, Objects.toString(form.getNumber(), "")));
            forgetPreview();
            page.load();
        }
    }

    @Override
    void mark(Problem refusal) {
        FormErrors.show(form, refusal.errors(), texts::of);
    }

    private CustomerOrderView order() {
        return Objects.requireNonNull(page.getOrder(), "the page has no order");
    }

    private LineItemView current() {
        LineItemView known = item;
        if (known == null) {
            known = lineItems.find(Objects.requireNonNull(form.getNumber(), "the dialog has no item"));
            item = known;
        }
        return known;
    }

    public LineItemForm getForm() {
        return form;
    }

    /** Whether the dialog adds an item. */
    public boolean isAdding() {
        return form.getNumber() == null;
    }

    /** Which item it is, for the head of the dialog. */
    public String getAbout() {
        if (isAdding()) {
            return texts.of("item.new");
        }
        LineItemView now = current();
        return texts.of("item.about", now.number(), now.specificationName(), now.locationName());
    }

    /** Whether action, product and location may be chosen. */
    public boolean isFree() {
        return isSaved() || isAdding();
    }

    public List<SpecificationView> getSpecifications() {
        List<SpecificationView> products = catalog.specifications().stream()
                .filter(s -> s.type().equalsIgnoreCase("product"))
                .toList();
        return Choices.offered(
                products,
                SpecificationView::active,
                SpecificationView::code,
                form.getSpecification(),
                own(LineItemView::specification));
    }

    public List<ContactView> getContacts() {
        return Choices.offered(
                contacts(), ContactView::active, ContactView::number, form.getContact(), own(LineItemView::contact));
    }

    public List<LocationView> getLocations() {
        return Choices.offered(
                locations(),
                LocationView::active,
                LocationView::number,
                form.getLocation(),
                own(LineItemView::location));
    }

    /** What the item itself says; null for a new one. */
    private @Nullable String own(Function<LineItemView, @Nullable String> field) {
        return isAdding() ? null : field.apply(current());
    }

    private List<ContactView> contacts() {
        CustomerOrderView order = page.getOrder();
        return order == null ? List.of() : catalog.contacts(order.account());
    }

    private List<LocationView> locations() {
        CustomerOrderView order = page.getOrder();
        return order == null ? List.of() : catalog.locations(order.account());
    }
}
