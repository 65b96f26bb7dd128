package io.orderfield.om.customerorder;

/** The setting {@code inflight approval}: who has to agree before a change of an order in progress is applied: a
 * revised, an added or a canceled item. */
public enum InflightApproval {
    /** Nobody: a change is applied at once. */
    NONE,
    /** The manager: a change is REQUESTED until it is approved, refused or withdrawn. */
    MANAGER;

    /**
     * Reads the setting; MicroProfile Config calls it.
     *
     * @throws IllegalArgumentException when it is neither {@code none} nor {@code manager}
     */
    public static InflightApproval of(String text) {
        return switch (text.strip()) {
            case "none" -> NONE;
            case "manager" -> MANAGER;
            default ->
                throw new IllegalArgumentException("INFLIGHT_APPROVAL is none or manager, not \"" + text + "\".");
        };
    }
}
