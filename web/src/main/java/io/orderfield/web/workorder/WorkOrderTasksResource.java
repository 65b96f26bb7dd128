package io.orderfield.web.workorder;

import io.orderfield.fsm.dispatch.TechnicianService;
import io.orderfield.fsm.worklist.TaskFilter;
import io.orderfield.fsm.worklist.WorkOrderListService;
import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Names;
import io.orderfield.web.api.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Visits: the day of a technician. */
@ApiResource
@Idempotent
@Path("/work-order-tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Work orders")
public class WorkOrderTasksResource {
    private static final String ME = "me";

    @Inject
    WorkOrderListService lists;

    @Inject
    TechnicianService technicians;

    @Inject
    Call call;

    @May(Right.READ_WORK_ORDERS)
    @GET
    @Operation(operationId = "listWorkOrderTasks", summary = "Work order tasks in the order of the day")
    public List<WorkOrderTaskView> list(
            @BeanParam Paging paging,
            @Parameter(description = "User name of a technician; me for the caller's own")
                    @QueryParam("technician")
                    @Nullable
                    String technician,
            @Parameter(description = "Visits of this day, in the technician's time zone; without a technician in UTC")
                    @QueryParam("date")
                    @Nullable
                    LocalDate date,
            @Parameter(description = "States, repeated or separated by commas") @QueryParam("state")
                    List<String> states) {
        String whose = ME.equals(technician) ? call.user() : technician;
        ZoneId zone = date == null ? ZoneOffset.UTC : zone(whose);
        TaskFilter filter = new TaskFilter(
                whose,
                date == null ? null : start(date, zone),
                date == null ? null : start(date.plusDays(1), zone),
                Names.of(states),
                false);
        return call.page(paging, lists.countVisits(filter), lists.visits(filter, paging.first(), paging.max()));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private ZoneId zone(@Nullable String technician) {
        return technician == null ? ZoneOffset.UTC : technicians.zoneOf(technician);
    }
}
