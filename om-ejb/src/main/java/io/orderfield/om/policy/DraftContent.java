package io.orderfield.om.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a draft is to say.
 *
 * @param hitPolicy {@code COLLECT} or {@code FIRST}; left out: as it is
 * @param rows all rows, in their order; left out: as they are
 */
public record DraftContent(
        @Nullable String hitPolicy, @Nullable List<@Nullable DraftRowView> rows) {}
