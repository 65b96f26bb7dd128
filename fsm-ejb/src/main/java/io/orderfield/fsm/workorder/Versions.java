package io.orderfield.fsm.workorder;

import io.orderfield.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Compares the version that a caller saw with the record's own. */
final class Versions {
    private Versions() {}

    /** @throws Refusal stale when the caller saw another version; null is not checked */
    static void check(@Nullable Long expected, long actual, String what, String number) {
        if (expected != null && expected != actual) {
            throw Refusal.stale(what, number);
        }
    }
}
