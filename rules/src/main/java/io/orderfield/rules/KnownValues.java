package io.orderfield.rules;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The codes that a table may name. Null or empty means: not checked.
 *
 * @param specifications codes of the catalog's specifications
 * @param templates codes of the active work order templates
 */
public record KnownValues(
        @Nullable Set<String> specifications, @Nullable Set<String> templates) {

    /** Nothing is known, so nothing is checked. */
    public static final KnownValues UNCHECKED = new KnownValues(null, null);

    public KnownValues {
        specifications = specifications == null ? null : Set.copyOf(specifications);
        templates = templates == null ? null : Set.copyOf(templates);
    }
}
