package io.orderfield.kernel;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is behind a failure: containers and persistence wrap in many layers, and a batch names one failure after another. */
public final class Causes {
    private Causes() {}

    /** The failure and all that is behind it, each once, the outermost first. */
    public static List<Throwable> of(Throwable failure) {
        return of(failure, t -> null);
    }

    /** @param beside the further cause of a failure that names one of its own way, null for others */
    public static List<Throwable> of(Throwable failure, Function<Throwable, @Nullable Throwable> beside) {
        List<Throwable> found = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> next = new ArrayDeque<>();
        next.add(failure);
        while (!next.isEmpty()) {
            Throwable t = next.remove();
            if (seen.add(t)) {
                found.add(t);
                Stream.of(t.getCause(), t instanceof SQLException e ? e.getNextException() : null, beside.apply(t))
                        .filter(Objects::nonNull)
                        .forEach(next::add);
            }
        }
        return found;
    }
}
