package io.orderfield.om.domainorder;

/** The setting {@code follow-up approval}: who has to agree before further work that Field Service wants is created. */
public enum FollowUpApproval {
    /** Nobody: it is created at once. */
    NONE,
    /** The manager: the wish waits, and stands against closing, until it is approved or declined. */
    MANAGER;

    /**
     * Reads the setting; MicroProfile Config calls it.
     *
     * @throws IllegalArgumentException when it is neither {@code none} nor {@code manager}
     */
    public static FollowUpApproval of(String text) {
        return switch (text.strip()) {
            case "none" -> NONE;
            case "manager" -> MANAGER;
            default ->
                throw new IllegalArgumentException("FOLLOW_UP_APPROVAL is none or manager, not \"" + text + "\".");
        };
    }
}
