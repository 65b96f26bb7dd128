package io.orderfield.messaging.right;

import io.orderfield.kernel.Refusal;
import java.util.List;
import java.util.Map;

/** The caller has no right to this, for any record. */
public class ForbiddenException extends Refusal {
    private static final long serialVersionUID = 1L;

    ForbiddenException() {
        super(Kind.FORBIDDEN, "forbidden", "Your roles don't allow this.", List.of(), Map.of());
    }
}
