package io.orderfield.messaging.right;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;

/** The caller has no right to this, for any record. */
public class ForbiddenException extends Refusal {
    private static final long serialVersionUID = 1L;

    ForbiddenException() {
        super(Kind.FORBIDDEN, Sentence.of("forbidden"));
    }
}
