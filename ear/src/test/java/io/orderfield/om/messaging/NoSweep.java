package io.orderfield.om.messaging;

import io.orderfield.messaging.delivery.SweepTimer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;

/** For a test variant of the EAR: Order Management without its sweeper. */
@Alternative
@Priority(1)
@Dependent
public class NoSweep extends SweepTimer {
    @Override
    public Future<?> start(String schema, ScheduledExecutorService executor, Runnable sweep) {
        return schema.equals("om") ? new CompletableFuture<>() : super.start(schema, executor, sweep);
    }
}
