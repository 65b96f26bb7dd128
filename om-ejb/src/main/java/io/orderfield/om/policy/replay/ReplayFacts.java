package io.orderfield.om.policy.replay;

import java.util.Set;

/** The facts on which a difference comes about. */
public enum ReplayFacts {
    /** Those that were kept with the last decision. */
    KEPT,
    /** The customer's facts of today, with the item as it is; the date of the decision stays. */
    TODAY,
    /** The same difference on either. */
    BOTH,
    /** The facts of the decision were not kept: it was made before they were. What is compared has the facts of today. */
    NOT_KEPT;

    /** Of what was decided, as far as it is known. */
    static final Set<ReplayFacts> AS_DECIDED = Set.of(KEPT, BOTH, NOT_KEPT);

    /** Of what planning again would decide now. */
    static final Set<ReplayFacts> AS_OF_TODAY = Set.of(TODAY, BOTH, NOT_KEPT);
}
