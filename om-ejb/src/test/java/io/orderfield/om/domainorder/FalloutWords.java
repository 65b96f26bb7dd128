package io.orderfield.om.domainorder;

import io.orderfield.om.OmSentences;
import io.orderfield.om.fallout.FalloutView;
import org.jspecify.annotations.Nullable;

/** What fallouts say, in English. */
public final class FalloutWords {
    private FalloutWords() {}

    public static String text(FalloutView fallout) {
        return OmSentences.english(fallout.text());
    }

    public static @Nullable String resolution(FalloutView fallout) {
        return fallout.resolution() == null ? null : OmSentences.english(fallout.resolution());
    }
}
