package io.orderfield.fsm.board;

import io.orderfield.fsm.FsmData;
import io.orderfield.fsm.workorder.Reach;
import io.orderfield.fsm.workorder.WorkOrderTask;
import io.orderfield.kernel.Shared;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks as a dispatcher looks for them. */
@Shared
public class DispatchTasks {
    private final EntityManager entityManager;

    @Inject
    public DispatchTasks(@FsmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Tasks with their work orders. @param reach only tasks in it; null for all */
    List<WorkOrderTask> page(DispatchFilter filter, @Nullable Reach reach, int first, int max) {
        return new DispatchList(entityManager, filter, reach).page(first, max);
    }

    long count(DispatchFilter filter, @Nullable Reach reach) {
        return new DispatchList(entityManager, filter, reach).count();
    }
}
