package io.orderfield.fsm.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * Which technicians a list shows. Null means any.
 *
 * @param text part of the name or user name, in any case
 * @param region one that they serve
 * @param skill one that they have
 */
public record TechnicianFilter(
        @Nullable String text,
        @Nullable String region,
        @Nullable String skill,
        @Nullable Boolean active) {
    /** All of them. */
    public static TechnicianFilter all() {
        return new TechnicianFilter(null, null, null, null);
    }

    /** Those who get work. */
    public static TechnicianFilter working(@Nullable String region) {
        return new TechnicianFilter(null, region, null, true);
    }
}
