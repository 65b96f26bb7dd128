package io.orderfield.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tabs of lists whose records are active or not. */
public final class ActiveTabs {
    private static final String ACTIVE = "active";
    public static final List<String> IDS = List.of(ACTIVE, "inactive", "all");

    private ActiveTabs() {}

    /** Which records the tab shows; null for all. */
    public static @Nullable Boolean active(String id) {
        return switch (id) {
            case ACTIVE -> true;
            case "inactive" -> false;
            default -> null;
        };
    }
}
