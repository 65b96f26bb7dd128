package io.orderfield.fsm.workorder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a work order hangs together with others.
 *
 * @param origin number of the work order that wished for this one; null for one that nobody out there wished for
 * @param wishes what was wished for here, oldest first
 */
public record FollowUpsView(@Nullable String origin, List<FollowUpView> wishes) {}
