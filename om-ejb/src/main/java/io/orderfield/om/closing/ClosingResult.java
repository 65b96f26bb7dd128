package io.orderfield.om.closing;

import java.util.List;

/**
 * What <em>close all that can be closed</em> did.
 *
 * @param closed numbers of the domain orders that it closed, bottom-up
 * @param notClosed those that it could not close, each with why
 */
public record ClosingResult(List<String> closed, List<NotClosed> notClosed) {
    public ClosingResult {
        closed = List.copyOf(closed);
        notClosed = List.copyOf(notClosed);
    }
}
