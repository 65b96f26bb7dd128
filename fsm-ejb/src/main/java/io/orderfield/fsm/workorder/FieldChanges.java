package io.orderfield.fsm.workorder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.orderfield.kernel.Json;
import io.orderfield.messaging.contract.FieldChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists of field changes: how they are stored, and how later ones join earlier ones. */
final class FieldChanges {
    private static final TypeReference<List<FieldChange>> LIST = new TypeReference<>() {};

    private FieldChanges() {}

    /** As text for one column; null for none. */
    static @Nullable String write(List<FieldChange> changes) {
        if (changes.isEmpty()) {
            return null;
        }
        try {
            return Json.mapper().writeValueAsString(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("field changes could not be written", e);
        }
    }

    static List<FieldChange> read(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        try {
            return List.copyOf(Json.mapper().readValue(text, LIST));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored field changes could not be read", e);
        }
    }

    /** One change per field, from the first old value to the last new one; what is back where it was is left out. */
    static List<FieldChange> joined(List<FieldChange> earlier, List<FieldChange> later) {
        Map<String, FieldChange> byField = new LinkedHashMap<>();
        earlier.forEach(c -> byField.put(c.field(), c));
        later.forEach(c -> byField.merge(
                c.field(), c, (first, last) -> new FieldChange(c.field(), first.oldValue(), last.newValue())));
        return byField.values().stream()
                .filter(c -> !Objects.equals(c.oldValue(), c.newValue()))
                .toList();
    }

    /** By the names that callers of the API know: field, old and new; what was or is nothing is left out. */
    static List<Map<String, String>> named(List<FieldChange> changes) {
        return changes.stream().map(FieldChanges::named).toList();
    }

    private static Map<String, String> named(FieldChange change) {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("field", change.field());
        if (change.oldValue() != null) {
            named.put("old", change.oldValue());
        }
        if (change.newValue() != null) {
            named.put("new", change.newValue());
        }
        return named;
    }

    /** Collects the changes between old and new values; equal ones are no change. */
    static final class Collector {
        private final List<FieldChange> changes = new ArrayList<>();

        Collector compare(String field, @Nullable Object oldValue, @Nullable Object newValue) {
            if (!Objects.equals(oldValue, newValue)) {
                changes.add(new FieldChange(field, text(oldValue), text(newValue)));
            }
            return this;
        }

        List<FieldChange> changes() {
            return List.copyOf(changes);
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }
}
