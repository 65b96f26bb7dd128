package io.orderfield.kernel.guilty;

import io.orderfield.om.guilty.GuiltyIntake;
import java.time.Clock;
import java.util.function.Supplier;

/** Guilty: the kernel knows Order Management, and makes a clock where nobody looks for one. */
public class GuiltyClock {
    GuiltyIntake intake;
    Supplier<Clock> clock = Clock::systemUTC;
}
