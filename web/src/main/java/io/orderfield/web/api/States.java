package io.orderfield.web.api;

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
        return Names.of(values).stream()
                .map(v -> v.toUpperCase(Locale.ROOT).replace('-', '_'))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
