package io.orderfield.fsm.worklist;

import io.orderfield.fsm.FsmData;
import io.orderfield.fsm.workorder.Reach;
import io.orderfield.fsm.workorder.WorkOrder;
import io.orderfield.fsm.workorder.WorkOrderTask;
import io.orderfield.kernel.Shared;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of work orders and of visits. */
@Shared
public class WorkOrderLists {
    private final EntityManager entityManager;

    @Inject
    public WorkOrderLists(@FsmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * @param reach only work orders in it; null for all
     * @param now the time at which the service level counts
     * @param max 1 to 200
     */
    List<WorkOrder> list(WorkOrderFilter filter, @Nullable Reach reach, Instant now, int first, int max) {
        return new WorkOrderList(entityManager, filter, reach, now).page(first, max);
    }

    public long count(WorkOrderFilter filter, @Nullable Reach reach, Instant now) {
        return new WorkOrderList(entityManager, filter, reach, now).count();
    }

    Map<String, Long> countByState(@Nullable Reach reach) {
        return new WorkOrderList(entityManager, WorkOrderFilter.all(), reach, Instant.EPOCH).countByState();
    }

    /**
     * Visits in the order of the day: by planned start, those without one last.
     *
     * @param reach only tasks in it; null for all
     * @param max 1 to 200
     */
    List<WorkOrderTask> visits(TaskFilter filter, @Nullable Reach reach, int first, int max) {
        return new TaskList(entityManager, filter, reach).page(first, max);
    }

    /** How many visits a list with the filter has. */
    long countVisits(TaskFilter filter, @Nullable Reach reach) {
        return new TaskList(entityManager, filter, reach).count();
    }

    /**
     * Regions of the locations where work is or was wanted, sorted. One look into the index for each, instead of reading all
     * work orders.
     *
     * @param max at most so many
     */
    List<String> regions(int max) {
        List<String> regions = new ArrayList<>();
        String next = "";
        while (next != null && regions.size() < max) {
            next = entityManager
                    .createQuery(
                            "select min(w.wanted.site.region) from WorkOrder w where w.wanted.site.region > :last",
                            String.class)
                    .setParameter("last", next)
                    .getSingleResult();
            if (next != null) {
                regions.add(next);
            }
        }
        return regions;
    }
}
