package io.orderfield.web.customerorder;

import io.orderfield.om.catalog.ContactView;
import io.orderfield.om.catalog.LocationView;
import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.om.customerorder.LastChange;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.web.ui.MeanwhileChanged;
import io.orderfield.web.ui.Texts;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A form of a line item beside the item as somebody else left it, in the words of the page. */
final class ItemMeanwhile {
    private final Texts texts;
    private final List<SpecificationView> specifications;
    private final List<LocationView> locations;
    private final List<ContactView> contacts;

    ItemMeanwhile(
            Texts texts,
            List<SpecificationView> specifications,
            List<LocationView> locations,
            List<ContactView> contacts) {
        this.texts = texts;
        this.specifications = specifications;
        this.locations = locations;
        this.contacts = contacts;
    }

    /** Whether two views of one item differ in what the customer decides, and not only in how far it has come. */
    static boolean saysSomethingElse(LineItemView before, LineItemView after) {
        return !before.action().equals(after.action())
                || !before.specification().equals(after.specification())
                || !before.location().equals(after.location())
                || before.quantity() != after.quantity()
                || !before.characteristics().equals(after.characteristics())
                || !Objects.equals(before.contact(), after.contact())
                || before.priority() != after.priority()
                || !Objects.equals(before.requestedDate(), after.requestedDate())
                || !Objects.equals(before.committedDate(), after.committedDate())
                || !Objects.equals(before.specialInstructions(), after.specialInstructions());
    }

    MeanwhileChanged compare(LineItemForm yours, LineItemView theirs, LastChange last) {
        MeanwhileChanged.Comparison comparison = MeanwhileChanged.with(last.by(), last.at())
                .field(label("action"), action(yours.getAction()), action(theirs.action()))
                .field(label("specification"), product(yours.getSpecification()), product(theirs.specification()))
                .field(label("location"), place(yours.getLocation()), place(theirs.location()))
                .field(label("quantity"), yours.getQuantity(), theirs.quantity());
        TreeSet<String> names = new TreeSet<>(theirs.characteristics().keySet());
        yours.getCharacteristics().forEach(c -> names.add(c.getName()));
        for (String name : names) {
            comparison.field(
                    label(name), typed(yours, name), theirs.characteristics().get(name));
        }
        return comparison
                .field(label("contact"), person(yours.getContact()), person(theirs.contact()))
                .field(label("priority"), priority(yours.getPriority()), priority(theirs.priority()))
                .field(label("requestedDate"), yours.getRequestedDate(), theirs.requestedDate())
                .field(label("committedDate"), yours.getCommittedDate(), theirs.committedDate())
                .field(label("specialInstructions"), yours.getSpecialInstructions(), theirs.specialInstructions())
                .shown();
    }

    private static @Nullable String typed(LineItemForm form, String name) {
        return form.getCharacteristics().stream()
                .filter(c -> c.getName().equals(name))
                .map(CharacteristicField::getValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private String label(String field) {
        return texts.word("field", field);
    }

    private String action(String name) {
        return texts.word("action", name);
    }

    private @Nullable String priority(@Nullable Integer priority) {
        return priority == null ? null : texts.word("priority", priority.toString());
    }

    private @Nullable String product(@Nullable String code) {
        return named(specifications, SpecificationView::code, SpecificationView::name, code);
    }

    private @Nullable String place(@Nullable String number) {
        return named(locations, LocationView::number, LocationView::name, number);
    }

    private @Nullable String person(@Nullable String number) {
        return named(contacts, ContactView::number, ContactView::name, number);
    }

    private static <T> @Nullable String named(
            List<T> all, Function<T, String> key, Function<T, String> name, @Nullable String wanted) {
        return all.stream()
                .filter(one -> key.apply(one).equals(wanted))
                .map(name)
                .findFirst()
                .orElse(wanted);
    }
}
