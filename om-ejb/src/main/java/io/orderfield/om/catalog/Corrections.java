package io.orderfield.om.catalog;

import io.orderfield.messaging.contract.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what a correction really changes, under field names such as {@code contact.phone}. */
final class Corrections {
    private final String record;
    private final List<FieldChange> changes = new ArrayList<>();

    Corrections(String record) {
        this.record = record;
    }

    /** The value after the correction of a mandatory field. */
    <T> T required(String field, T before, @Nullable T correction) {
        T after = correction == null ? before : correction;
        note(field, before, after);
        return after;
    }

    /** The value after the correction of an optional text; empty text clears it. */
    @Nullable
    String optional(String field, @Nullable String before, @Nullable String correction) {
        String after = correction == null ? before : correction.isBlank() ? null : correction;
        note(field, before, after);
        return after;
    }

    /**
     * The value after the correction of an optional number.
     *
     * @param cleared whether it is to have none
     */
    @Nullable
    Double optional(String field, @Nullable Double before, @Nullable Double correction, boolean cleared) {
        Double after = cleared ? null : correction == null ? before : correction;
        note(field, before, after);
        return after;
    }

    List<FieldChange> changes() {
        return List.copyOf(changes);
    }

    private void note(String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(
                    record + "." + field, Objects.toString(before, null), Objects.toString(after, null)));
        }
    }
}
