package io.orderfield.om.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a draft is to be published.
 *
 * @param reason why, in up to 4,000 characters
 * @param at from when on it decides; left out: at once
 * @param warnings what is said of the warnings that stand and of test cases that are red, in up to 4,000 characters;
 *     needed where there are some
 * @param replaces the version that it replaces; needed where that is another one than when the draft was begun
 */
public record PublicationRequest(
        @Nullable String reason,
        @Nullable Instant at,
        @Nullable String warnings,
        @Nullable Integer replaces) {}
