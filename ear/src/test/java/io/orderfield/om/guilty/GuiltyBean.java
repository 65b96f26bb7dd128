package io.orderfield.om.guilty;

import io.orderfield.kernel.Shared;
import jakarta.inject.Inject;
import java.time.Clock;

/** Guilty: names its clock three times. */
@Shared
class GuiltyBean {
    @Inject
    private Clock clock;

    GuiltyBean() {
        // for the container
    }

    GuiltyBean(Clock clock) {
        this.clock = clock;
    }
}
