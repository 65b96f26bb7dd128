package io.orderfield.web.home;

import java.util.Set;

/** Which work order states are open. */
final class OpenWork {
    static final Set<String> STATES =
            Set.of("AWAITING_QUALIFICATION", "QUALIFIED", "ASSIGNED", "ACCEPTED", "WORK_IN_PROGRESS");

    private OpenWork() {}
}
