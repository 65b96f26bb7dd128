package io.orderfield.web.workorder;

import io.orderfield.fsm.workorder.WorkOrderTaskService;
import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Bodies;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Reason;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Work order tasks: what dispatchers and technicians do with them. */
@ApiResource
@Idempotent
@Path("/work-order-tasks/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Work orders")
public class WorkOrderTaskResource {
    @Inject
    WorkOrderTaskService tasks;

    @Inject
    Call call;

    @PathParam("number")
    String number;

    /**
     * Who does it and when.
     *
     * @param technician user name; left out, the one who has the task keeps it
     * @param override true assigns in spite of a conflict; with a reason
     */
    @Schema(name = "Assignment")
    public record AssignmentBody(
            @Nullable String technician,
            @Nullable Instant scheduledStart,
            @Nullable Instant scheduledEnd,
            @Nullable Boolean override,
            @Nullable String overrideReason) {}

    /**
     * How the work ended.
     *
     * @param closeCode complete or incomplete
     */
    @Schema(name = "Completion")
    public record CompletionBody(
            @Nullable String closeCode, @Nullable String note) {}

    /** Whether an item of the checklist is done. */
    @Schema(name = "Tick")
    public record TickBody(@Nullable Boolean done) {}

    @May(value = Right.READ_WORK_ORDERS, hidden = true)
    @GET
    @Operation(operationId = "getWorkOrderTask", summary = "A work order task")
    public WorkOrderTaskView find() {
        return answer(tasks.find(number));
    }

    @May(Right.DISPATCH)
    @POST
    @Path("/assignment")
    @Operation(
            operationId = "assignWorkOrderTask",
            summary = "Give the task to a technician; a conflict is refused unless overridden")
    public WorkOrderTaskView assign(@Nullable AssignmentBody body) {
        AssignmentBody to = Bodies.required(body);
        return answer(tasks.assign(
                number,
                to.technician(),
                Bodies.required("scheduledStart", to.scheduledStart()),
                Bodies.required("scheduledEnd", to.scheduledEnd()),
                Boolean.TRUE.equals(to.override()),
                to.overrideReason(),
                call.expectedVersion()));
    }

    @May(Right.DISPATCH)
    @POST
    @Path("/unassignment")
    @Operation(operationId = "unassignWorkOrderTask", summary = "Take the task back to PENDING_DISPATCH")
    public WorkOrderTaskView unassign() {
        return answer(tasks.unassign(number, call.expectedVersion()));
    }

    @May(Right.PERFORM_TASKS)
    @POST
    @Path("/acceptance")
    @Operation(operationId = "acceptWorkOrderTask", summary = "ASSIGNED to ACCEPTED")
    public WorkOrderTaskView accept() {
        return answer(tasks.accept(number, call.expectedVersion()));
    }

    @May(Right.PERFORM_TASKS)
    @POST
    @Path("/refusal")
    @Operation(operationId = "refuseWorkOrderTask", summary = "ASSIGNED back to PENDING_DISPATCH")
    public WorkOrderTaskView refuse(@Nullable Reason body) {
        return answer(tasks.refuse(number, Reason.required(body), call.expectedVersion()));
    }

    @May(Right.PERFORM_TASKS)
    @POST
    @Path("/acknowledgement")
    @Operation(operationId = "acknowledgeChange", summary = "The technician has seen the change of the work")
    public WorkOrderTaskView acknowledge() {
        return answer(tasks.acknowledge(number, call.expectedVersion()));
    }

    @May(Right.PERFORM_TASKS)
    @POST
    @Path("/travel")
    @Operation(operationId = "travelToWorkOrderTask", summary = "On the way")
    public WorkOrderTaskView travel() {
        return answer(tasks.travel(number, call.expectedVersion()));
    }

    @May(Right.PERFORM_TASKS)
    @POST
    @Path("/arrival")
    @Operation(operationId = "arriveAtWorkOrderTask", summary = "At the location")
    public WorkOrderTaskView arrive() {
        return answer(tasks.arrive(number, call.expectedVersion()));
    }

    @May(Right.PERFORM_TASKS)
    @POST
    @Path("/start")
    @Operation(operationId = "startWorkOrderTask", summary = "To WORK_IN_PROGRESS, also straight after acceptance")
    public WorkOrderTaskView start() {
        return answer(tasks.start(number, call.expectedVersion()));
    }

    @May(Right.PERFORM_TASKS)
    @POST
    @Path("/pause")
    @Operation(operationId = "pauseWorkOrderTask", summary = "Pause the work")
    public WorkOrderTaskView pause() {
        return answer(tasks.pause(number, call.expectedVersion()));
    }

    @May(Right.PERFORM_TASKS)
    @POST
    @Path("/resumption")
    @Operation(operationId = "resumeWorkOrderTask", summary = "Go on with paused work")
    public WorkOrderTaskView resume() {
        return answer(tasks.resume(number, call.expectedVersion()));
    }

    @May(Right.PERFORM_TASKS)
    @POST
    @Path("/completion")
    @Operation(operationId = "completeWorkOrderTask", summary = "To CLOSED_COMPLETE or CLOSED_INCOMPLETE")
    public WorkOrderTaskView complete(@Nullable CompletionBody body) {
        CompletionBody end = Bodies.required(body);
        return answer(tasks.complete(
                number, Bodies.required("closeCode", end.closeCode()), end.note(), call.expectedVersion()));
    }

    @May(Right.PERFORM_TASKS)
    @PUT
    @Path("/checklist/{item}")
    @Operation(operationId = "tickChecklistItem", summary = "Tick an item of the checklist off, or not")
    public WorkOrderTaskView tick(@PathParam("item") UUID item, @Nullable TickBody body) {
        boolean done = Bodies.required("done", Bodies.required(body).done());
        return answer(tasks.tick(number, item, done, call.expectedVersion()));
    }

    private static WorkOrderTaskView answer(WorkOrderTaskView view) {
        return view;
    }
}
