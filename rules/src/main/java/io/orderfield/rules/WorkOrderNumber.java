package io.orderfield.rules;

/** How many work orders a row wants for one domain order. Not to be confused with a work order's own number. */
public enum WorkOrderNumber implements ResultChoice {
    /** One work order, whatever the quantity. */
    ONE("one"),
    /** As many work orders as the domain order's quantity. */
    ONE_PER_UNIT("one per unit");

    private final String cellText;

    WorkOrderNumber(String cellText) {
        this.cellText = cellText;
    }

    @Override
    public String cellText() {
        return cellText;
    }
}
