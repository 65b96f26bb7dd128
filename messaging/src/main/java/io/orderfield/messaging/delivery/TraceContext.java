package io.orderfield.messaging.delivery;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of the work that this thread does, so that what it sends carries it on. */
public final class TraceContext {
    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private TraceContext() {}

    /** The {@code traceparent} of this thread's work, or null. */
    public static @Nullable String current() {
        return CURRENT.get();
    }

    /** The trace id of this thread's work: what an answer's {@code X-Correlation-Id} says of the request; or null. */
    public static @Nullable String traceId() {
        String traceparent = CURRENT.get();
        return traceparent == null || !TRACEPARENT.matcher(traceparent).matches() ? null : traceparent.substring(3, 35);
    }

    /** Runs the work under this {@code traceparent} (or none). */
    public static void run(@Nullable String traceparent, Runnable work) {
        Scope scope = enter(traceparent);
        try (scope) {
            work.run();
        }
    }

    /** Has this thread work under this {@code traceparent} (or none) until the scope is closed. */
    public static Scope enter(@Nullable String traceparent) {
        Scope scope = new Scope(CURRENT.get());
        CURRENT.set(traceparent);
        return scope;
    }

    /** What the thread goes back to. */
    public static final class Scope implements AutoCloseable {
        private final @Nullable String before;

        private Scope(@Nullable String before) {
            this.before = before;
        }

        @Override
        public void close() {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
