package io.orderfield.web.api;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The filter by states: {@code ?state=A&state=B} or {@code ?state=A,B}, in any case. */
public final class States {
    private States() {}

    /** The states, empty when there is no filter. */
    public static Set<String> of(@Nullable List<String> values) {
        if (values == null) {
            return Set.of();
        }
        return values.stream()
                .flatMap(v -> Arrays.stream(v.split(",")))
                .map(v -> v.strip().toUpperCase(Locale.ROOT).replace('-', '_'))
                .filter(v -> !v.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
