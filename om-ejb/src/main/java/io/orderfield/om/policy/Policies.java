package io.orderfield.om.policy;

import io.orderfield.rules.WorkOrderPolicy;

/** The versions of the work order policy. */
public interface Policies {
    /** The version that new decisions use. */
    WorkOrderPolicy current();

    /** The version that a decision began with. */
    WorkOrderPolicy version(int version);

    /**
     * The id that a row has in every version.
     *
     * @param row its number in this version, from 1
     */
    String rowId(int version, int row);
}
