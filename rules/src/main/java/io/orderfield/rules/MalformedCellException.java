package io.orderfield.rules;

import io.orderfield.kernel.Sentence;

/** A cell that the grammar refuses; it says what would be right. */
final class MalformedCellException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Sentence sentence;

    MalformedCellException(Sentence sentence) {
        super(RulesSentences.english(sentence), null, false, false);
        this.sentence = sentence;
    }

    Sentence sentence() {
        return sentence;
    }
}
