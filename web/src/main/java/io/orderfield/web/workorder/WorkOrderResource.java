package io.orderfield.web.workorder;

import io.orderfield.fsm.worklist.WorkOrderFilter;
import io.orderfield.fsm.worklist.WorkOrderListService;
import io.orderfield.fsm.worklist.WorkOrderSummary;
import io.orderfield.fsm.workorder.FollowUpsView;
import io.orderfield.fsm.workorder.WorkOrderActivityView;
import io.orderfield.fsm.workorder.WorkOrderService;
import io.orderfield.fsm.workorder.WorkOrderView;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Bodies;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Names;
import io.orderfield.web.api.Paging;
import io.orderfield.web.api.Reason;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Work orders. */
@ApiResource
@Idempotent
@Path("/work-orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Work orders")
public class WorkOrderResource {
    @Inject
    WorkOrderListService lists;

    @Inject
    WorkOrderService orders;

    @Inject
    Call call;

    /**
     * A note.
     *
     * @param text 1 to 4,000 characters of plain text
     */
    @Schema(name = "NewWorkOrderNote")
    public record NoteBody(@Nullable String text) {}

    /**
     * A wish for further work; Order Management decides.
     *
     * @param template code of a template
     */
    @Schema(name = "FollowUpWish")
    public record FollowUpBody(
            @Nullable String template, @Nullable String reason) {}

    @May(Right.READ_WORK_ORDERS)
    @GET
    @Operation(operationId = "listWorkOrders", summary = "Work orders, newest first")
    public List<WorkOrderSummary> list(
            @BeanParam Paging paging,
            @Parameter(description = "States, repeated or separated by commas") @QueryParam("state")
                    List<String> states,
            @Parameter(description = "User name of the technician") @QueryParam("assignee") @Nullable String assignee,
            @QueryParam("domainOrder") @Nullable String domainOrder,
            @QueryParam("region") @Nullable String region,
            @Parameter(description = "Due on this day or before") @QueryParam("due") @Nullable LocalDate due,
            @Parameter(description = "Code of a template") @QueryParam("template") @Nullable String template,
            @Parameter(description = "1 critical to 4 low") @QueryParam("priority") @Nullable Integer priority,
            @Parameter(
                            description =
                                    "How it stands to its due date: ON_TRACK, AT_RISK, PAUSED, BREACHED, MET or NONE;"
                                            + " repeated or separated by commas")
                    @QueryParam("sla")
                    List<String> sla,
            @Parameter(description = "Part of a number, of account, location or short description")
                    @QueryParam("q")
                    @Nullable
                    String text,
            @Parameter(
                            description =
                                    "createdAt, updatedAt, number, priority, due, sla (what runs out first), state,"
                                            + " accountName, scheduledStart or assigneeName; a leading minus for falling order")
                    @QueryParam("sort")
                    @Nullable
                    String sort) {
        WorkOrderFilter filter = new WorkOrderFilter(
                text, Names.of(states), assignee, domainOrder, region, due, template, priority, Names.of(sla), sort);
        return call.page(paging, lists.count(filter), lists.list(filter, paging.first(), paging.max()));
    }

    @May(value = Right.READ_WORK_ORDERS, hidden = true)
    @GET
    @Path("/{number}")
    @Operation(operationId = "getWorkOrder", summary = "A work order with its tasks")
    public WorkOrderView find(@PathParam("number") String number) {
        return orders.find(number);
    }

    @May(Right.READ_WORK_ORDERS)
    @GET
    @Path("/{number}/activity")
    @Operation(operationId = "listWorkOrderActivity", summary = "What happened to a work order, oldest first")
    public List<WorkOrderActivityView> activity(
            @PathParam("number") String number,
            @BeanParam Paging paging,
            @Parameter(description = "Only entries after this sequence: for clients that poll")
                    @QueryParam("after")
                    @Nullable
                    Long after) {
        long from = after == null ? 0 : after;
        return call.page(
                paging,
                orders.countActivity(number, from),
                orders.activity(number, from, paging.first(), paging.max()));
    }

    @May(Right.READ_WORK_ORDERS)
    @GET
    @Path("/{number}/follow-ups")
    @Operation(
            operationId = "getFollowUps",
            summary = "The work order that wished for this one, and what was wished for here")
    public FollowUpsView followUps(@PathParam("number") String number) {
        return orders.followUps(number);
    }

    @May(Right.DISPATCH)
    @POST
    @Path("/{number}/qualification")
    @Operation(operationId = "qualifyWorkOrder", summary = "AWAITING_QUALIFICATION to QUALIFIED")
    public WorkOrderView qualify(@PathParam("number") String number) {
        return orders.qualify(number, call.expectedVersion());
    }

    @May(Right.DISPATCH)
    @POST
    @Path("/{number}/cancellation")
    @Operation(operationId = "cancelWorkOrder", summary = "Cancel a work order in Field Service")
    public WorkOrderView cancel(@PathParam("number") String number, @Nullable Reason body) {
        return orders.cancel(number, Reason.required(body), call.expectedVersion());
    }

    @May(Right.REPORT_WORK)
    @POST
    @Path("/{number}/notes")
    @Operation(operationId = "writeWorkOrderNote", summary = "Write a note; it also reaches the domain order")
    @APIResponseSchema(value = WorkOrderView.class, responseCode = "201")
    public WorkOrderView note(@PathParam("number") String number, @Nullable NoteBody body) {
        String text = Bodies.text(Bodies.required(body).text());
        call.require(() -> find(number).etag());
        WorkOrderView order = orders.addNote(number, text);
        call.created("/work-orders/" + number + "/activity");
        return order;
    }

    @May(Right.REPORT_WORK)
    @POST
    @Path("/{number}/follow-up")
    @Operation(operationId = "wishFollowUp", summary = "Ask Order Management for follow-up work")
    public WorkOrderView followUp(@PathParam("number") String number, @Nullable FollowUpBody body) {
        FollowUpBody wish = Bodies.required(body);
        call.require(() -> find(number).etag());
        return orders.wishFollowUp(number, Bodies.required("template", wish.template()), Bodies.text(wish.reason()));
    }
}
