package io.orderfield.messaging.right;

import java.util.Locale;

/** What a user is in the house. Groups of the signed-in user carry the same words. */
public enum Role {
    ORDER_AGENT,
    ORDER_MANAGER,
    DISPATCHER,
    TECHNICIAN,
    FIELD_SYSTEM,
    PARTNER,
    POLICY_AUTHOR,
    POLICY_PUBLISHER,
    ADMINISTRATOR,
    VIEWER;

    /** The word in users, tokens and groups, such as {@code order-agent}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
