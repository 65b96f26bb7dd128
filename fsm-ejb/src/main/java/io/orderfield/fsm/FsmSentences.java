package io.orderfield.fsm;

import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Wording;

/** The sentences of Field Service, in English, as its messages and logs tell them; pages and REST choose their own language. */
public final class FsmSentences {
    private static final Wording WORDING = new Wording(FsmSentences.class, "fsm", "kernel");

    private FsmSentences() {}

    /** The sentence in words. */
    public static String english(Sentence sentence) {
        return WORDING.english(sentence);
    }
}
