package io.orderfield.web.api;

import org.jspecify.annotations.Nullable;

/** A body that gives a reason. Whether it may be missing is the service's rule. */
public record Reason(@Nullable String reason) {
    /** The reason of a body that may be missing altogether. */
    public static @Nullable String of(@Nullable Reason body) {
        return body == null ? null : body.reason();
    }

    /** The reason, empty when it was not given: the service refuses it as it refuses a blank one. */
    public static String required(@Nullable Reason body) {
        return body == null ? "" : Bodies.text(body.reason());
    }
}
