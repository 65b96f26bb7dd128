package io.orderfield.om.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an editor did to a draft since it was saved last.
 *
 * @param key drawn by the editor for this batch: sent again, it is not done again
 * @param revision the one that the editor wrote on; it may be said in {@code If-Match} as well
 * @param operations in the order in which they were done
 */
public record DraftEdit(
        @Nullable String key,
        @Nullable Long revision,
        @Nullable List<@Nullable RowOperation> operations) {}
