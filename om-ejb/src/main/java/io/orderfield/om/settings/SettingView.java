package io.orderfield.om.settings;

import io.orderfield.kernel.Revised;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting as it is now.
 *
 * @param name that of the variable which gives its default
 * @param value what holds
 * @param defaultValue what holds without an override, and after a reset
 * @param source what the value comes from: {@code override}, {@code variable} or {@code default}
 * @param fixed whether a variable sets it for good
 * @param allowed the values that it may have
 * @param changedBy who overrode or reset it last; null when nobody ever did
 */
public record SettingView(
        String name,
        String value,
        String defaultValue,
        String source,
        boolean fixed,
        List<String> allowed,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        long revision)
        implements Revised {}
