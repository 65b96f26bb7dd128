package io.orderfield.rules;

import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Wording;

/** What is wrong with a decision table, in English, as logs tell it. */
final class RulesSentences {
    private static final Wording WORDING = new Wording(RulesSentences.class, "rules");

    private RulesSentences() {}

    static String english(Sentence sentence) {
        return WORDING.english(sentence);
    }
}
