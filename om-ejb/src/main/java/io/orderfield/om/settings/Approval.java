package io.orderfield.om.settings;

import java.util.Locale;

/** Who has to agree first: what the settings of approval say. */
public enum Approval {
    /** Nobody: it is done at once. */
    NONE,
    /** The manager: it waits until it is approved, refused or withdrawn. */
    MANAGER;

    /** As the setting says it: {@code none} or {@code manager}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param word one that {@link Setting#read} let through */
    static Approval of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
