package io.orderfield.fsm.dispatch;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which technicians a list shows. Null means any.
 *
 * @param text part of the name or user name, in any case
 * @param region one that they serve
 * @param skill one that they have
 * @param among only these user names
 */
public record TechnicianFilter(
        @Nullable String text,
        @Nullable String region,
        @Nullable String skill,
        @Nullable Boolean active,
        @Nullable Set<String> among) {
    public TechnicianFilter(
            @Nullable String text, @Nullable String region, @Nullable String skill, @Nullable Boolean active) {
        this(text, region, skill, active, null);
    }

    /** All of them. */
    public static TechnicianFilter all() {
        return new TechnicianFilter(null, null, null, null);
    }

    /** Those who get work. */
    public static TechnicianFilter working(@Nullable String region) {
        return new TechnicianFilter(null, region, null, true);
    }

    /** Those of the filter who are among these; null for all of the filter. */
    TechnicianFilter within(@Nullable Set<String> usernames) {
        return new TechnicianFilter(text, region, skill, active, usernames);
    }
}
