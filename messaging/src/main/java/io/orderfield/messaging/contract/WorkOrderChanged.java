package io.orderfield.messaging.contract;

import java.util.List;
import java.util.UUID;

/**
 * What Field Service answers and reports: one message for both. Sent after every change of a work order and in answer to
 * every request.
 *
 * <p>Order Management applies the snapshot when its revision is above the one it has, raises the answered revision, and
 * writes each entry once, in sequence; entries are independent of the snapshot's revision.
 *
 * @param workOrderKey the work order's identity on both sides
 * @param number the work order's number, such as WO0001001; null where a cancel overtook its create
 * @param snapshotRevision Field Service's counter for this key, from 1
 * @param answeredRequestRevision highest request revision that Field Service has seen, applied or refused
 * @param snapshot the work order now
 * @param entries what happened, in sequence; may be empty
 * @param followUp further work wanted, or null
 * @param settledSequence in the answer to a repair that named a reused sequence: that one; all entries in question have new
 *     numbers now. Null otherwise
 */
public record WorkOrderChanged(
        UUID workOrderKey,
        String number,
        long snapshotRevision,
        long answeredRequestRevision,
        WorkOrderSnapshot snapshot,
        List<ActivityEntry> entries,
        FollowUpWish followUp,
        Long settledSequence) {
    /** The usual report, which settles nothing. */
    public WorkOrderChanged(
            UUID workOrderKey,
            String number,
            long snapshotRevision,
            long answeredRequestRevision,
            WorkOrderSnapshot snapshot,
            List<ActivityEntry> entries,
            FollowUpWish followUp) {
        this(workOrderKey, number, snapshotRevision, answeredRequestRevision, snapshot, entries, followUp, null);
    }
}
