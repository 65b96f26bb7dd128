package io.orderfield.om.catalog;

import org.jspecify.annotations.Nullable;

/** What accounts, contacts and locations have in common: the data of a customer that is kept and never deleted. */
interface CustomerRecord {
    String number();

    /** The key under which another system knows it; null where none does. */
    @Nullable
    String externalCode();

    /** Number of the account that it belongs to; null for an account itself. */
    @Nullable
    String belongsTo();

    /** Whether it may be chosen for new orders. */
    boolean isActive();
}
