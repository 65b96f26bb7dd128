package io.orderfield.web.domainorder;

import io.orderfield.om.closing.Blocker;
import org.jspecify.annotations.Nullable;

/**
 * A reason why a domain order can't be closed, with the way to the page where it can be dealt with.
 *
 * @param kind as in {@link Blocker}
 * @param path page of the record; null where it has none, or no page
 */
public record Obstacle(
        String kind,
        @Nullable String number,
        @Nullable String template,
        @Nullable String state,
        @Nullable String path) {
    public static Obstacle of(Blocker blocker) {
        return new Obstacle(blocker.kind(), blocker.number(), blocker.template(), blocker.state(), path(blocker));
    }

    private static @Nullable String path(Blocker blocker) {
        String number = blocker.number();
        if (number == null) {
            return null;
        }
        return switch (blocker.kind()) {
            case "work-order", "follow-up-wish" ->
                number.startsWith("WO") ? "/work-order/details.xhtml?number=" + number : null;
            case "child-domain-order" -> "/domain-order/details.xhtml?number=" + number;
            default -> null;
        };
    }
}
