package io.orderfield.om.closing;

import io.orderfield.kernel.Sentence;
import java.util.List;

/**
 * A domain order that could not be closed.
 *
 * @param number its number
 * @param code stable code of the refusal, such as {@code open-work-orders}
 * @param message why not
 * @param blockers what stands against it; empty when it is something else
 */
public record NotClosed(String number, String code, Sentence message, List<Blocker> blockers) {
    public NotClosed {
        blockers = List.copyOf(blockers);
    }
}
