package io.orderfield.om.messaging;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** For a test variant of the EAR: Order Management without its sweeper. */
@Alternative
@Priority(1)
@Dependent
public class NoSweep extends OmSweepTimer {
    @Override
    public Future<?> start(Runnable sweep) {
        return new CompletableFuture<>();
    }
}
