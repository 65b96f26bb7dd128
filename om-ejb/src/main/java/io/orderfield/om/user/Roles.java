package io.orderfield.om.user;

import java.util.Set;

/** The roles; group names of the authentication mechanism are the same words. */
public final class Roles {
    public static final String ORDER_AGENT = "order-agent";
    public static final String ORDER_MANAGER = "order-manager";
    public static final String DISPATCHER = "dispatcher";
    public static final String TECHNICIAN = "technician";
    public static final String ADMINISTRATOR = "administrator";
    public static final String PARTNER = "partner";
    public static final String FIELD_SYSTEM = "field-system";
    public static final String POLICY_AUTHOR = "policy-author";
    public static final String POLICY_PUBLISHER = "policy-publisher";
    public static final String VIEWER = "viewer";

    /** Every role. */
    public static final Set<String> ALL = Set.of(
            ORDER_AGENT,
            ORDER_MANAGER,
            DISPATCHER,
            TECHNICIAN,
            ADMINISTRATOR,
            PARTNER,
            FIELD_SYSTEM,
            POLICY_AUTHOR,
            POLICY_PUBLISHER,
            VIEWER);

    private static final Set<String> OF_MACHINES = Set.of(PARTNER, FIELD_SYSTEM);

    private Roles() {}

    /** Whether who has these roles is a machine, which signs in with a generated secret and changes no password. */
    static boolean areOfMachine(Set<String> roles) {
        return !roles.isEmpty() && OF_MACHINES.containsAll(roles);
    }
}
