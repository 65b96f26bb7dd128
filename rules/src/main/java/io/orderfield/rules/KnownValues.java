package io.orderfield.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The codes that a table may name. Null or empty means: not checked.
 *
 * @param specifications codes of the catalog's specifications
 * @param templates codes of the active work order templates
 * @param inactiveTemplates codes of the templates of which no work order can be made any more
 * @param characteristics names of the characteristics of each specification
 */
public record KnownValues(
        @Nullable Set<String> specifications,
        @Nullable Set<String> templates,
        @Nullable Set<String> inactiveTemplates,
        @Nullable Map<String, Set<String>> characteristics) {

    /** Nothing is known, so nothing is checked. */
    public static final KnownValues UNCHECKED = new KnownValues(null, null);

    public KnownValues {
        specifications = specifications == null ? null : Set.copyOf(specifications);
        templates = templates == null ? null : Set.copyOf(templates);
        inactiveTemplates = inactiveTemplates == null ? null : Set.copyOf(inactiveTemplates);
        characteristics = characteristics == null ? null : Map.copyOf(copies(characteristics));
    }

    /** What is enough to read a table. */
    public KnownValues(@Nullable Set<String> specifications, @Nullable Set<String> templates) {
        this(specifications, templates, null, null);
    }

    private static Map<String, Set<String>> copies(Map<String, Set<String>> sets) {
        Map<String, Set<String>> copies = new HashMap<>();
        sets.forEach((key, names) -> copies.put(key, Set.copyOf(names)));
        return copies;
    }
}
