package io.orderfield.om.plan;

/** Why there is a work order. The plan's difference looks at PLAN links only. */
public enum LinkOrigin {
    /** The decision table wanted it. */
    PLAN,
    /** A manager wanted it. */
    BY_HAND,
    /** Field Service wanted further work. */
    FOLLOW_UP
}
