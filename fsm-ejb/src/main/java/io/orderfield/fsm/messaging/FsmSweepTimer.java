package io.orderfield.fsm.messaging;

import io.orderfield.messaging.delivery.SweepTimer;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Has the outbox of Field Service Management swept by the server's scheduler. */
@Dependent
public class FsmSweepTimer implements SweepTimer {
    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Override
    public Future<?> start(Runnable sweep) {
        return scheduler.scheduleWithFixedDelay(sweep, 1, 1, TimeUnit.SECONDS);
    }
}
