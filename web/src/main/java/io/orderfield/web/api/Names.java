package io.orderfield.web.api;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A filter by stable names: {@code ?kind=a&kind=b} or {@code ?kind=a,b}. */
public final class Names {
    private Names() {}

    /** The names, empty when there is no filter. */
    public static Set<String> of(@Nullable List<String> values) {
        return values == null
                ? Set.of()
                : values.stream()
                        .flatMap(v -> Arrays.stream(v.split(",")))
                        .map(String::strip)
                        .filter(v -> !v.isEmpty())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
