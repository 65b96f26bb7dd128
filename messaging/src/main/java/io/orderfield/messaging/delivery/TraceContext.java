package io.orderfield.messaging.delivery;

import org.jspecify.annotations.Nullable;

/** The W3C trace context of the work that this thread does, so that what it sends carries it on. */
public final class TraceContext {
    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private TraceContext() {}

    /** The {@code traceparent} of this thread's work, or null. */
    public static @Nullable String current() {
        return CURRENT.get();
    }

    /** Runs the work under this {@code traceparent} (or none). */
    public static void run(@Nullable String traceparent, Runnable work) {
        String before = CURRENT.get();
        CURRENT.set(traceparent);
        try {
            work.run();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
