package io.orderfield.om.closing;

import io.orderfield.kernel.Refusal;
import io.orderfield.om.catalog.Checks;
import org.jspecify.annotations.Nullable;

/**
 * What whoever closes says about it.
 *
 * @param acknowledgeIncomplete whether work that was not completed is accepted
 * @param reason at most 4,000 characters; required where incomplete work is acknowledged
 */
public record ClosingDecision(
        boolean acknowledgeIncomplete, @Nullable String reason) {
    /** @throws Refusal INVALID for a reason that is too long */
    ClosingDecision checked() {
        return new ClosingDecision(acknowledgeIncomplete, Checks.optionalReason(reason));
    }

    boolean acceptsIncomplete() {
        return acknowledgeIncomplete && reason != null;
    }
}
