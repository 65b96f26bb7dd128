package io.orderfield.web.customerorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
import io.orderfield.om.catalog.CharacteristicView;
import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.customerorder.NewCustomerOrder;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.ordering.LineItemView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderFormsTest {
    private static final SpecificationView FIBER = new SpecificationView(
            "FIBER",
            "Fiber",
            "product",
            true,
            List.of(
                    new CharacteristicView("bandwidth", "choice", true, List.of("100", "500")),
                    new CharacteristicView("entry", "text", false, List.of())),
            List.of());

    private final NewCustomerOrderForm form = new NewCustomerOrderForm();

    @Test
    void givesEveryChosenLocationAnItemOfItsOwn() {
        form.setLocations(List.of("LOC1", "LOC2"));
        form.matchItemsToLocations();

        assertThat(form.toOrder().lineItems()).extracting(NewLineItem::location).containsExactly("LOC1", "LOC2");
    }

    @Test
    void forgetsTheItemsOfALocationThatIsNoLongerChosen() {
        form.setLocations(List.of("LOC1", "LOC2"));
        form.matchItemsToLocations();
        form.setLocations(List.of("LOC2"));
        form.matchItemsToLocations();

        assertThat(form.toOrder().lineItems()).extracting(NewLineItem::location).containsExactly("LOC2");
    }

    @Test
    void copiesTheProductsOfOneLocationToAllOthers() {
        form.setLocations(List.of("LOC1", "LOC2"));
        form.matchItemsToLocations();
        form.addItemAt("LOC1");
        form.itemsAt("LOC1").get(0).setSpecification("FIBER");
        form.itemsAt("LOC1").get(1).setSpecification("WIFI");
        form.copyToAllLocations("LOC1");

        NewCustomerOrder order = form.toOrder();
        assertThat(order.lineItems())
                .extracting(NewLineItem::location, NewLineItem::specification)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("LOC1", "FIBER"),
                        org.assertj.core.groups.Tuple.tuple("LOC1", "WIFI"),
                        org.assertj.core.groups.Tuple.tuple("LOC2", "FIBER"),
                        org.assertj.core.groups.Tuple.tuple("LOC2", "WIFI"));
    }

    @Test
    void keepsTheLastItemOfALocation() {
        form.setLocations(List.of("LOC1"));
        form.matchItemsToLocations();
        form.remove(form.itemsAt("LOC1").get(0));

        assertThat(form.itemsAt("LOC1")).hasSize(1);
    }

    @Test
    void showsAProblemAtTheFieldOfItsItem() {
        form.setLocations(List.of("LOC1", "LOC2"));
        form.matchItemsToLocations();
        FormErrors.show(
                form,
                List.of(
                        new FieldProblem("lineItems[1].quantity", Sentence.verbatim("must be 1 to 9999")),
                        new FieldProblem(
                                "lineItems[1].characteristics.bandwidth", Sentence.verbatim("must be one of 100, 500")),
                        new FieldProblem("account", Sentence.verbatim("is required"))),
                sentence -> (String) sentence.arguments().get("text"));

        assertThat(form.getErrors()).containsEntry("account", "is required");
        assertThat(form.getItems().get(0).getErrors()).isEmpty();
        assertThat(form.getItems().get(1).getErrors())
                .containsEntry("quantity", "must be 1 to 9999")
                .containsEntry("characteristics.bandwidth", "must be one of 100, 500");
    }

    @Test
    void revisesOnlyWhatDiffers() {
        LineItemForm revised = LineItemForm.of(item(), List.of(FIBER));
        revised.setQuantity(3);

        LineItemRevision revision = revised.toRevision(item());

        assertThat(revision).isEqualTo(new LineItemRevision(null, null, null, 3, null, null, null, null, null, null));
    }

    @Test
    void clearsAnOptionalFieldByEmptyText() {
        LineItemForm revised = LineItemForm.of(item(), List.of(FIBER));
        revised.setSpecialInstructions(null);
        revised.getCharacteristics().get(1).setValue(null);

        LineItemRevision revision = revised.toRevision(item());

        assertThat(revision.specialInstructions()).isEmpty();
        assertThat(revision.characteristics()).containsExactly(Map.entry("entry", ""));
    }

    @Test
    void takesOnlyWhatTheItemSaysForAChangeOfSomebodyElse() {
        assertThat(ItemMeanwhile.saysSomethingElse(item(), item(1, null, 8)))
                .as("the record moved, such as for a change that was asked for")
                .isFalse();
        assertThat(ItemMeanwhile.saysSomethingElse(item(), item(2, null, 8))).isTrue();
        assertThat(ItemMeanwhile.saysSomethingElse(item(), item(1, LocalDate.of(2027, 5, 6), 8)))
                .isTrue();
    }

    private static LineItemView item() {
        return item(1, null, 7);
    }

    private static LineItemView item(int quantity, @Nullable LocalDate committed, long revision) {
        return new LineItemView(
                "ORDL0001001",
                "ORD0001001",
                "IN_PROGRESS",
                null,
                "ADD",
                "FIBER",
                "Fiber",
                "LOC1",
                "Porto",
                "Porto",
                "Europe/Lisbon",
                quantity,
                Map.of("bandwidth", "100", "entry", "roof"),
                null,
                null,
                3,
                null,
                committed,
                "Ring twice",
                1,
                false,
                null,
                revision,
                null,
                List.of());
    }

    @Test
    void offersWhatIsActiveAndWhatIsChosenAlready() {
        record Place(String number, boolean active) {}
        List<Place> all = List.of(new Place("A", true), new Place("B", false), new Place("C", false));

        assertThat(Choices.offered(all, Place::active, Place::number, null, "C"))
                .extracting(Place::number)
                .containsExactly("A", "C");
        assertThat(Choices.offered(all, Place::active, Place::number, (String) null))
                .extracting(Place::number)
                .containsExactly("A");
    }
}
