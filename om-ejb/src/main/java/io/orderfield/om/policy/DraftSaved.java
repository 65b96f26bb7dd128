package io.orderfield.om.policy;

import io.orderfield.kernel.Tagged;
import java.util.List;

/**
 * A change of a draft is saved.
 *
 * @param revision what the draft is now; a change that was saved before has the one that it made
 * @param findings what is found in the rows now
 */
public record DraftSaved(long revision, List<TableFindingView> findings) implements Tagged {
    @Override
    public String etag() {
        return Long.toString(revision);
    }
}
