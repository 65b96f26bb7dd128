package io.orderfield.om;

import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Wording;

/** The sentences of Order Management, in English, as its messages and logs tell them; pages and REST choose their own language. */
public final class OmSentences {
    private static final Wording WORDING = new Wording(OmSentences.class, "om", "kernel");

    private OmSentences() {}

    /** The sentence in words. */
    public static String english(Sentence sentence) {
        return WORDING.english(sentence);
    }
}
