package io.orderfield.web.api;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that are about the body's form; what the values mean is checked by services. */
public final class Bodies {
    private Bodies() {}

    /** The body, which must be there. */
    public static <T> T required(@Nullable T body) {
        if (body == null) {
            throw Refusal.invalid("invalid-request.noBody");
        }
        return body;
    }

    /** A field that must be there. */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Refusal.invalid(field, Sentence.of("field.required"));
        }
        return value;
    }

    /** A text that must be there; what was left out is as wrong as what is blank, and the service says so. */
    public static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** A list without nulls; empty when it was not given. */
    public static <T> List<T> listed(String field, @Nullable List<@Nullable T> values) {
        if (values == null) {
            return List.of();
        }
        int missing = values.indexOf(null);
        if (missing >= 0) {
            throw Refusal.invalid(field + "[" + missing + "]", Sentence.of("field.null"));
        }
        return List.copyOf(values);
    }
}
