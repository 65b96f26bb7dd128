package io.orderfield.web.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** The name of a JSON type in what is said to a client; the words stand under {@code type.} in the bundle. */
final class JsonType {
    private JsonType() {}

    /** What a client must send where the server reads this Java type. */
    static String of(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "boolean";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "wholeNumber";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == Instant.class) {
            return "instant";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "array";
        }
        if (type.isRecord() || Map.class.isAssignableFrom(type)) {
            return "object";
        }
        return "documented";
    }

    /** The same where a number was larger than the Java type. */
    static String ofUsualSize(Class<?> type) {
        return of(type).equals("wholeNumber") ? "usualWholeNumber" : "usualNumber";
    }
}
