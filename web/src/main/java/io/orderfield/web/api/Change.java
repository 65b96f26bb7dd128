package io.orderfield.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.orderfield.messaging.contract.FieldChange;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One field's old and new value as text.
 *
 * @param field stable name, such as {@code quantity}
 */
public record Change(
        String field,
        @JsonProperty("old") @Schema(name = "old") @Nullable String oldValue,
        @JsonProperty("new") @Schema(name = "new") @Nullable String newValue) {

    public static List<Change> of(List<FieldChange> changes) {
        return changes.stream()
                .map(c -> new Change(c.field(), c.oldValue(), c.newValue()))
                .toList();
    }
}
