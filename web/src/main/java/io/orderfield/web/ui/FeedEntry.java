package io.orderfield.web.ui;

import io.orderfield.messaging.contract.FieldChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an activity, ready to be shown.
 *
 * @param id unique on its page
 * @param origin where it came from: {@code workspace}, {@code rest}, {@code jms}, {@code field-service}, {@code system}
 * @param kind what happened; chooses icon and color
 * @param title what happened, in words
 * @param workOrder number that the title is about, for a link
 * @param state state after it
 * @param text what a person wrote; plain text
 */
public record FeedEntry(
        String id,
        Instant at,
        @Nullable String author,
        @Nullable String origin,
        String kind,
        String title,
        @Nullable String workOrder,
        @Nullable String state,
        List<FieldChange> changes,
        @Nullable String text) {}
