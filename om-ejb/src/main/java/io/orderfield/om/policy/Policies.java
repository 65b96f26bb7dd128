package io.orderfield.om.policy;

import io.orderfield.rules.WorkOrderPolicy;
import java.util.List;

/** The versions of the work order policy. */
public interface Policies {
    /** The version that new decisions use. */
    WorkOrderPolicy current();

    /** The version that a decision began with. */
    WorkOrderPolicy version(int version);

    /** The ids of a version's rows, which they have in every version: that of row 1 first. */
    List<String> rowIds(int version);
}
