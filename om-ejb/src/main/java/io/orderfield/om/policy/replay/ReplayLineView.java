package io.orderfield.om.policy.replay;

import org.jspecify.annotations.Nullable;

/**
 * One domain order whose work orders of one template would be others.
 *
 * @param open whether it was neither closed nor canceled when it was seen
 * @param tableVersion the version that decided it
 * @param facts on which facts that comes about
 * @param row id of the row that makes the difference
 * @param was what was wanted; null for nothing
 * @param would what the draft wants; null for nothing
 * @param already whether the version that decides now wants that, too
 * @param stake what it would mean for its open work
 */
public record ReplayLineView(
        int position,
        String domainOrder,
        String customerOrder,
        String specification,
        boolean open,
        int tableVersion,
        ReplayFacts facts,
        ReplayKind kind,
        String row,
        @Nullable ReplayedWork was,
        @Nullable ReplayedWork would,
        boolean already,
        WorkAtStake stake) {}
