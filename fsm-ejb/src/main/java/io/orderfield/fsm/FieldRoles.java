package io.orderfield.fsm;

/** Role names as Field Service checks them; groups of the signed-in user carry the same names. */
public final class FieldRoles {
    public static final String ORDER_AGENT = "order-agent";
    public static final String ORDER_MANAGER = "order-manager";
    public static final String DISPATCHER = "dispatcher";
    public static final String TECHNICIAN = "technician";
    public static final String ADMINISTRATOR = "administrator";
    public static final String PARTNER = "partner";
    public static final String FIELD_SYSTEM = "field-system";
    public static final String VIEWER = "viewer";

    private FieldRoles() {}
}
