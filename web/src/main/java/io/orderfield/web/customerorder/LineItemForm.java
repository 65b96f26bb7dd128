package io.orderfield.web.customerorder;

import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.ordering.LineItemView;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line item as it is being written: a new one of an order, or one that is edited or revised. */
public class LineItemForm extends WantedForm {
    private static final long serialVersionUID = 1L;

    private @Nullable String number;
    private long revision;
    private @Nullable String location;
    private String action = "ADD";
    private @Nullable String specification;
    private @Nullable Integer quantity = 1;
    private @Nullable LocalDate committedDate;
    private List<CharacteristicField> characteristics = List.of();

    /** A new item at a location. */
    static LineItemForm at(@Nullable String location) {
        LineItemForm form = new LineItemForm();
        form.location = location;
        return form;
    }

    /** An item as it is now, to be changed. */
    static LineItemForm of(LineItemView item, List<SpecificationView> catalog) {
        LineItemForm form = new LineItemForm();
        form.number = item.number();
        form.revision = item.revision();
        form.location = item.location();
        form.action = item.action();
        form.specification = item.specification();
        form.quantity = item.quantity();
        form.priority = item.priority();
        form.requestedDate = item.requestedDate();
        form.committedDate = item.committedDate();
        form.contact = item.contact();
        form.specialInstructions = item.specialInstructions();
        form.showCharacteristics(catalog, item.characteristics());
        return form;
    }

    /** A new item as a file says it. */
    static LineItemForm of(NewLineItem item, List<SpecificationView> catalog) {
        LineItemForm form = at(item.location());
        form.action = item.action().toUpperCase(Locale.ROOT);
        form.specification = item.specification();
        form.quantity = item.quantity() == null ? 1 : item.quantity();
        form.priority = item.priority();
        form.requestedDate = item.requestedDate();
        form.committedDate = item.committedDate();
        form.contact = item.contact();
        form.specialInstructions = item.specialInstructions();
        form.showCharacteristics(catalog, item.characteristics());
        return form;
    }

    /** The same product with the same values, at another location. */
    LineItemForm copyAt(String otherLocation) {
        LineItemForm copy = at(otherLocation);
        copy.action = action;
        copy.specification = specification;
        copy.quantity = quantity;
        copy.priority = priority;
        copy.requestedDate = requestedDate;
        copy.specialInstructions = specialInstructions;
        copy.characteristics =
                characteristics.stream().map(CharacteristicField::new).collect(Collectors.toList());
        return copy;
    }

    /** Offers what the chosen specification can say; values of the same name stay. */
    void chooseSpecification(List<SpecificationView> catalog) {
        errors.clear();
        showCharacteristics(catalog, typed());
    }

    NewLineItem toNewItem() {
        return new NewLineItem(
                action,
                specification == null ? "" : specification,
                location,
                List.of(),
                quantity,
                typed(),
                contact,
                priority,
                requestedDate,
                committedDate,
                specialInstructions);
    }

    /** Only what differs from the item: the rest stays as it is, whoever changed it meanwhile. */
    LineItemRevision toRevision(LineItemView item) {
        Map<String, String> values = characteristics.stream()
                .collect(Collectors.toMap(CharacteristicField::getName, c -> Objects.toString(c.getValue(), "")));
        values.entrySet()
                .removeIf(e -> e.getValue().equals(item.characteristics().getOrDefault(e.getKey(), "")));
        return new LineItemRevision(
                changed(action, item.action()),
                changed(specification, item.specification()),
                changed(location, item.location()),
                changed(quantity, item.quantity()),
                values.isEmpty() ? null : values,
                cleared(contact, item.contact()),
                changed(priority, item.priority()),
                changed(requestedDate, item.requestedDate()),
                changed(committedDate, item.committedDate()),
                cleared(specialInstructions, item.specialInstructions()));
    }

    /** The reader has seen the item as it is at this revision. */
    void saw(long current) {
        revision = current;
    }

    private void showCharacteristics(List<SpecificationView> catalog, Map<String, String> values) {
        characteristics = catalog.stream()
                .filter(s -> s.code().equals(specification))
                .findFirst()
                .map(s -> s.characteristics().stream()
                        .map(c -> new CharacteristicField(c, values.get(c.name())))
                        .toList())
                .orElse(List.of());
    }

    private Map<String, String> typed() {
        return characteristics.stream()
                .filter(c -> c.getValue() != null)
                .collect(Collectors.toMap(CharacteristicField::getName, c -> Objects.toString(c.getValue())));
    }

    private static <T> @Nullable T changed(@Nullable T value, @Nullable T before) {
        return Objects.equals(value, before) ? null : value;
    }

    /** Empty text clears an optional field. */
    private static @Nullable String cleared(@Nullable String value, @Nullable String before) {
        return changed(Objects.toString(value, ""), Objects.toString(before, ""));
    }

    public @Nullable String getNumber() {
        return number;
    }

    /** The revision of the item that the reader saw. */
    public long getRevision() {
        return revision;
    }

    public @Nullable String getLocation() {
        return location;
    }

    public void setLocation(@Nullable String location) {
        this.location = location;
    }

    public String getAction() {
        return action;
    }

    public void setAction(@Nullable String action) {
        this.action = action == null ? "ADD" : action;
    }

    public @Nullable String getSpecification() {
        return specification;
    }

    public void setSpecification(@Nullable String specification) {
        this.specification = specification;
    }

    public @Nullable Integer getQuantity() {
        return quantity;
    }

    public void setQuantity(@Nullable Integer quantity) {
        this.quantity = quantity;
    }

    public @Nullable LocalDate getCommittedDate() {
        return committedDate;
    }

    public void setCommittedDate(@Nullable LocalDate committedDate) {
        this.committedDate = committedDate;
    }

    public List<CharacteristicField> getCharacteristics() {
        return characteristics;
    }
}
