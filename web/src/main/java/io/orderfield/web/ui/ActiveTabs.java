package io.orderfield.web.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tabs of lists whose records are active or not. */
public final class ActiveTabs {
    public static final String ACTIVE = "active";
    public static final List<String> IDS = List.of(ACTIVE, "inactive", "all");

    private ActiveTabs() {}

    /** The tab; an unknown one of an old or mistyped address is the first. */
    public static String known(@Nullable String id) {
        return id != null && IDS.contains(id) ? id : ACTIVE;
    }

    /** Which records the tab shows; null for all. */
    public static @Nullable Boolean active(String id) {
        return switch (id) {
            case ACTIVE -> true;
            case "inactive" -> false;
            default -> null;
        };
    }
}
