package io.orderfield.web.workorder;

import io.orderfield.fsm.board.DispatchFilter;
import io.orderfield.fsm.board.DispatchService;
import io.orderfield.fsm.board.DispatchTaskView;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Names;
import io.orderfield.web.api.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Work order tasks: what waits for a technician, and who does what when. */
@ApiResource
@Idempotent
@Path("/dispatch/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Work orders")
public class DispatchResource {
    @Inject
    DispatchService dispatch;

    @Inject
    Call call;

    @May(Right.READ_WORK_ORDERS)
    @GET
    @Operation(operationId = "listDispatchTasks", summary = "Tasks with their work orders, the most urgent first")
    public List<DispatchTaskView> list(
            @BeanParam Paging paging,
            @Parameter(description = "States, repeated or separated by commas") @QueryParam("state")
                    List<String> states,
            @Parameter(description = "User names, repeated") @QueryParam("technician") List<String> technicians,
            @QueryParam("region") @Nullable String region,
            @Parameter(description = "Code of a template") @QueryParam("template") @Nullable String template,
            @Parameter(description = "1 critical to 4 low") @QueryParam("priority") @Nullable Integer priority,
            @Parameter(description = "Due on this day or before") @QueryParam("due") @Nullable LocalDate due,
            @Parameter(description = "Only visits that end after it") @QueryParam("from") @Nullable Instant from,
            @Parameter(description = "Only visits that begin before it") @QueryParam("to") @Nullable Instant to,
            @Parameter(description = "due, priority, scheduledStart or number; a leading minus for falling order")
                    @QueryParam("sort")
                    @Nullable
                    String sort) {
        DispatchFilter filter = new DispatchFilter(
                Names.of(states), Set.copyOf(technicians), region, template, priority, due, from, to, sort);
        return call.page(paging, dispatch.countDispatch(filter), dispatch.tasks(filter, paging.first(), paging.max()));
    }
}
