package io.orderfield.om.policy;

import io.orderfield.rules.WorkOrderPolicy;

/** The versions of the work order policy. */
public interface Policies {
    /** The version that new decisions use. */
    WorkOrderPolicy current();

    /** The version that a decision began with. */
    WorkOrderPolicy version(int version);
}
