package io.orderfield.web.api;

import io.orderfield.om.idempotency.StoredAnswer;

/** Ends a call whose answer was given before; {@link ReplayMapper} gives that answer again. */
final class AnswerReplayed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient StoredAnswer answer;

    AnswerReplayed(StoredAnswer answer) {
        super("The call was answered before", null, false, false);
        this.answer = answer;
    }

    StoredAnswer answer() {
        return answer;
    }
}
