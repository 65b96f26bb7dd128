package io.orderfield.kernel;

import java.util.List;

/** A view that says what its reader may do with the record. */
public interface Actionable {
    /**
     * Everything that people do with such a record, always all of it and in the same order. It says what the state and the
     * roles say; what a command is given with, and what it looks up elsewhere, may still refuse it.
     */
    List<AllowedAction> allowedActions();

    /**
     * Whether the reader may do it.
     *
     * @throws IllegalArgumentException for what nobody does with such a record
     */
    default boolean allows(String action) {
        return allowedActions().stream()
                .filter(a -> a.name().equals(action))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action: " + action))
                .allowed();
    }
}
