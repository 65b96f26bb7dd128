package io.orderfield.web.customerorder;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a form offers to choose from. */
final class Choices {
    private Choices() {}

    /**
     * What is active, and what is chosen already although it no longer is: a record says what it says, and a form that
     * could not show it would change it.
     *
     * @param chosen keys of what is chosen, in the form or in the record; null for none
     */
    static <T> List<T> offered(List<T> all, Predicate<T> active, Function<T, String> key, @Nullable String... chosen) {
        Set<String> kept = Arrays.stream(chosen).filter(Objects::nonNull).collect(Collectors.toSet());
        return all.stream()
                .filter(one -> active.test(one) || kept.contains(key.apply(one)))
                .toList();
    }
}
