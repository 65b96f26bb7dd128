package io.orderfield.web.customerorder;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.om.catalog.ContactView;
import io.orderfield.om.change.ImpactView;
import io.orderfield.om.change.OrderImpactView;
import io.orderfield.om.customerorder.CustomerOrderRevision;
import io.orderfield.om.customerorder.LastChange;
import io.orderfield.om.customerorder.LeftAlone;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.ui.Chosen;
import io.orderfield.web.ui.FieldForm;
import io.orderfield.web.ui.MeanwhileChanged;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dialog in which what an order says for all its items is edited (in a draft) or revised (in progress). A revision shows
 * its impact on the work orders first, and which items it leaves alone.
 */
@Named("customerOrderEditor")
@ViewScoped
public class CustomerOrderEditor extends PreviewedEditor<OrderImpactView> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 10;
    private static final CustomerOrderRevision NOTHING = new CustomerOrderRevision(null, null, null, null, null);

    private final FieldForm form = new FieldForm();
    private final Map<String, String> seen = new HashMap<>();

    /** Opens the dialog with what the order says now. */
    public void open() {
        open(current());
    }

    private void open(CustomerOrderView order) {
        see(order);
        form.open(order.number(), Map.copyOf(seen), order.version());
        start(order.draft());
    }

    /** What the reader has seen: only what he changes of it is changed. */
    private void see(CustomerOrderView order) {
        seen.clear();
        seen.putAll(texts(order));
    }

    /** Saves a draft, unless somebody else changed the same meanwhile. */
    @Override
    public void save() {
        forgetPreview();
        attempt(revision -> {
            CustomerOrderView now = current();
            if (isOvertaken(now)) {
                return;
            }
            finish(decisions.quietly(() -> orders.revise(number(), revision, now.version())), "order.edited");
        });
    }

    @Override
    public void preview() {
        forgetPreview();
        attempt(revision -> {
            if (!isOvertaken(current())) {
                decisions
                        .quietly(() -> {
                            OrderImpactView found = previewed.impactOfRevision(number(), revision);
                            show(found, found.impact().etag());
                        })
                        .ifPresent(this::refused);
            }
        });
    }

    /** Makes the revision that was previewed, unless the plan has moved on: then the reader looks again. */
    public void confirm() {
        String etag = seenImpact();
        attempt(revision -> {
            Optional<Problem> refusal = decisions.quietly(() -> previewed.revise(number(), revision, etag));
            if (refusal.isPresent() && refusal.get().status() == STALE) {
                preview();
                decisions.ask(texts.of("item.impactMoved"));
            } else {
                finish(refusal, isForApproval() ? "order.revision.requested" : "order.revised");
            }
        });
    }

    private interface Attempt {
        void with(CustomerOrderRevision revision);
    }

    private void attempt(Attempt attempt) {
        form.retry();
        CustomerOrderRevision[] wanted = new CustomerOrderRevision[1];
        Optional<Problem> wrong = decisions.quietly(() -> wanted[0] = revision());
        if (wrong.isPresent()) {
            refused(wrong.get());
        } else if (NOTHING.equals(wanted[0])) {
            decisions.ask(texts.of("order.nothingChanged"));
        } else {
            attempt.with(wanted[0]);
        }
    }

    /** Whether somebody else changed what the order says; then the page shows it beside what the reader wants. */
    private boolean isOvertaken(CustomerOrderView now) {
        if (texts(now).equals(seen)) {
            return false;
        }
        LastChange last = orders.lastRevision(now.number());
        MeanwhileChanged.Comparison comparison = MeanwhileChanged.with(last.by(), last.at());
        Map<String, String> theirs = texts(now);
        for (String field :
                List.of("contact", "priority", "requestedDate", "externalReference", "specialInstructions")) {
            comparison.field(
                    texts.word("field", field), words(field, form.text(field)), words(field, theirs.get(field)));
        }
        show(comparison.shown());
        FacesContext.getCurrentInstance().validationFailed(); // the dialog stays, and shows it by itself
        page.load();
        return true;
    }

    /** Goes on with the reader's values over the other's, which the reader has seen. */
    public void keepMine() {
        see(current());
        goOn();
    }

    /** Goes on with the other's values. */
    public void takeTheirs() {
        open(current());
    }

    private void finish(Optional<Problem> refusal, String done) {
        if (refusal.isPresent()) {
            refused(refusal.get());
        } else {
            decisions.say(texts.of(done, number()));
            forgetPreview();
        }
        page.load();
    }

    @Override
    void mark(Problem refusal) {
        form.wrong(refusal.errors(), texts::of);
    }

    /** Only what differs from what the reader saw: the rest stays as it is, whoever changes it. */
    private CustomerOrderRevision revision() {
        String priority = changed("priority");
        return new CustomerOrderRevision(
                changed("contact"),
                priority == null ? null : Integer.valueOf(priority),
                date(changed("requestedDate")),
                changed("externalReference"),
                changed("specialInstructions"));
    }

    private @Nullable String changed(String field) {
        String text = form.text(field);
        return text.equals(seen.get(field)) ? null : text;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(
                    "requestedDate", text.isEmpty() ? Sentence.of("field.dayTakenAway") : Sentence.of("field.day"));
        }
    }

    private static Map<String, String> texts(CustomerOrderView order) {
        return Map.of(
                "contact",
                Objects.toString(order.contact(), ""),
                "priority",
                Integer.toString(order.priority()),
                "requestedDate",
                Objects.toString(order.requestedDate(), ""),
                "externalReference",
                Objects.toString(order.externalReference(), ""),
                "specialInstructions",
                Objects.toString(order.specialInstructions(), "").strip());
    }

    private String words(String field, @Nullable String value) {
        String text = Objects.toString(value, "");
        return switch (field) {
            case "priority" -> texts.word("priority", text);
            case "contact" ->
                contacts().stream()
                        .filter(c -> c.number().equals(text))
                        .map(ContactView::name)
                        .findFirst()
                        .orElse(text);
            default -> text;
        };
    }

    private CustomerOrderView current() {
        return orders.overview(Objects.requireNonNull(page.getNumber(), "the page has no order"))
                .order();
    }

    private String number() {
        return Chosen.number(form.getRecord());
    }

    private List<ContactView> contacts() {
        CustomerOrderView order = page.getOrder();
        return order == null ? List.of() : catalog.contacts(order.account());
    }

    /** The active contacts of the account, and the one that is chosen. */
    public List<ContactView> getContacts() {
        return Choices.offered(
                contacts(), ContactView::active, ContactView::number, form.given("contact"), seen.get("contact"));
    }

    public FieldForm getForm() {
        return form;
    }

    /** What the revision would do: of each kind so much that it can be read. */
    public @Nullable ImpactView getShown() {
        OrderImpactView known = getImpact();
        if (known == null) {
            return null;
        }
        ImpactView all = known.impact();
        return new ImpactView(
                few(all.creates()),
                few(all.updates()),
                few(all.cancels()),
                few(all.leaves()),
                all.differences(),
                all.etag());
    }

    /** How much of it there is in all. */
    public String getFigures() {
        OrderImpactView known = getImpact();
        if (known == null) {
            return "";
        }
        ImpactView all = known.impact();
        return texts.of("order.revision.items", known.lineItems().size()) + " "
                + texts.of(
                        "order.revision.work",
                        all.creates().size(),
                        all.updates().size(),
                        all.cancels().size());
    }

    /** Whether some of it is not shown. */
    public boolean isShortened() {
        OrderImpactView known = getImpact();
        return known != null
                && (known.impact().creates().size() > MOST_SHOWN
                        || known.impact().updates().size() > MOST_SHOWN
                        || known.impact().cancels().size() > MOST_SHOWN
                        || known.impact().leaves().size() > MOST_SHOWN);
    }

    /** The items that the revision leaves alone: so many that they can be read. */
    public List<LeftAlone> getLeft() {
        OrderImpactView known = getImpact();
        return known == null ? List.of() : few(known.leftAlone());
    }

    /** How many more it leaves alone. */
    public int getLeftBesides() {
        OrderImpactView known = getImpact();
        return known == null ? 0 : Math.max(0, known.leftAlone().size() - MOST_SHOWN);
    }

    private static <T> List<T> few(List<T> all) {
        return all.subList(0, Math.min(MOST_SHOWN, all.size()));
    }
}
