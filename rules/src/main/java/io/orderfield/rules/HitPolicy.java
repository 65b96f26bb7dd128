package io.orderfield.rules;

/** Which of the rows that are met count. */
public enum HitPolicy {
    /** Every one, in row order; of several with the same template the first decides. */
    COLLECT,
    /** The first alone. */
    FIRST
}
