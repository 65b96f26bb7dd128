package io.orderfield.web.ui;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row that a dialog is about. Its form can be sent without one having been chosen: it is then about a record that never
 * was, so that the service refuses it as any other, first of all for want of the right.
 */
public final class Chosen {
    private static final UUID NONE = new UUID(0, 0);

    private Chosen() {}

    /** The number (code, name) of the record. */
    public static String number(@Nullable String chosen) {
        return Objects.requireNonNullElse(chosen, "");
    }

    /** The key of the record. */
    public static UUID key(@Nullable UUID chosen) {
        return Objects.requireNonNullElse(chosen, NONE);
    }
}
