package io.orderfield.rules;

/**
 * When a work order of a row takes its order line item past the point of no return. The shipped policy uses
 * {@link #NEVER} and {@link #ON_WORK_START}.
 */
public enum PointOfNoReturnTrigger implements ResultChoice {
    /** No work order of this row sets it; a person may. */
    NEVER("never"),
    /** When the work order becomes ASSIGNED or goes beyond it. */
    ON_ASSIGNMENT("on assignment"),
    /** When the work order becomes ACCEPTED or goes beyond it. */
    ON_ACCEPTANCE("on acceptance"),
    /** When the work order becomes WORK_IN_PROGRESS or goes beyond it. */
    ON_WORK_START("on work start");

    private final String cellText;

    PointOfNoReturnTrigger(String cellText) {
        this.cellText = cellText;
    }

    @Override
    public String cellText() {
        return cellText;
    }
}
