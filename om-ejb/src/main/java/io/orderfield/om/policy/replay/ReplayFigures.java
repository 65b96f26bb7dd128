package io.orderfield.om.policy.replay;

/**
 * Differences added up.
 *
 * @param domainOrders how many domain orders have one
 * @param more how many work orders more
 * @param fewer how many work orders fewer
 * @param other how many work orders of another template, priority or point of no return
 * @param stake what that would mean for open work
 */
public record ReplayFigures(long domainOrders, long more, long fewer, long other, WorkAtStake stake) {
    static final ReplayFigures NONE = new ReplayFigures(0, 0, 0, 0, WorkAtStake.NONE);
}
