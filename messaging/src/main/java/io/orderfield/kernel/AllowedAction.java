package io.orderfield.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Whether the caller may do something with a record as it is now.
 *
 * @param name what would be done, such as {@code passPointOfNoReturn}
 * @param reason the code that it would be refused with; null where it is allowed
 */
public record AllowedAction(
        String name, boolean allowed, @Nullable String reason) {
    /** @param reason the code of the refusal, null when nothing stands against it */
    public static AllowedAction of(String name, @Nullable String reason) {
        return new AllowedAction(name, reason == null, reason);
    }
}
