package io.orderfield.web.sync;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.sync.DeadLetterActionView;
import io.orderfield.om.sync.DeadLetterService;
import io.orderfield.om.sync.DeadLetterView;
import io.orderfield.om.sync.FindingView;
import io.orderfield.om.sync.ReconciliationService;
import io.orderfield.om.sync.ReconciliationView;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Paging;
import io.orderfield.web.api.Reason;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The synchronization of Order Management and Field Service Management; for administrators. */
@ApiResource
@Idempotent
@May(Right.MANAGE_SYNC)
@Path("/sync")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Synchronization")
public class SyncResource {
    @Inject
    SyncMonitor monitor;

    @Inject
    DeadLetterService deadLetters;

    @Inject
    ReconciliationService reconciliations;

    @Inject
    Call call;

    /**
     * Which dead letters.
     *
     * @param ids these, at most 200
     * @param all the oldest 200
     */
    @Schema(name = "DeadLetterReplay")
    public record ReplayBody(
            @Nullable List<String> ids, @Nullable Boolean all) {}

    @GET
    @Operation(operationId = "getSync", summary = "How both sides keep in step")
    public SyncRecord get() {
        return monitor.now();
    }

    @GET
    @Path("/dead-letters")
    @Operation(operationId = "listDeadLetters", summary = "Messages that nobody could work off, oldest first")
    public List<DeadLetterView> listDeadLetters(@BeanParam Paging paging) {
        return call.page(paging, deadLetters.count(), deadLetters.list(paging.first(), paging.max()));
    }

    @May(value = Right.MANAGE_SYNC, hidden = true)
    @GET
    @Path("/dead-letters/{id}")
    @Operation(operationId = "getDeadLetter", summary = "A dead letter with its whole body")
    public DeadLetterView getDeadLetter(@PathParam("id") String id) {
        return deadLetters.find(id);
    }

    @POST
    @Path("/dead-letters/{id}/replay")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Send a dead letter to where it was meant to go, as a new message")
    public DeadLetterService.Replayed replay(@PathParam("id") String id) {
        return deadLetters.replay(id);
    }

    @POST
    @Path("/dead-letters/{id}/discard")
    @Operation(
            operationId = "discardDeadLetter",
            summary = "Throw a dead letter away; nothing waits for it afterwards",
            description =
                    "A request counts as refused then; in place of an answer, Field Service is asked for its state.")
    public DeadLetterActionView discard(@PathParam("id") String id, @Nullable Reason body) {
        return deadLetters.discard(id, Reason.required(body));
    }

    @POST
    @Path("/dead-letters/replay")
    @Operation(operationId = "replayDeadLetters", summary = "Replay several dead letters, or the oldest 200")
    public List<DeadLetterService.Replayed> replayAll(@Nullable ReplayBody body) {
        boolean all = body != null && Boolean.TRUE.equals(body.all());
        List<String> ids = body == null || body.ids() == null ? List.of() : body.ids();
        if (all != ids.isEmpty()) {
            throw Refusal.invalid("invalid-request.idsOrAll");
        }
        return (all ? deadLetters.replayAll() : deadLetters.replay(ids));
    }

    @GET
    @Path("/dead-letter-actions")
    @Operation(operationId = "listDeadLetterActions", summary = "What was done with dead letters, newest first")
    public List<DeadLetterActionView> listActions(@BeanParam Paging paging) {
        return call.page(paging, deadLetters.countActions(), deadLetters.actions(paging.first(), paging.max()));
    }

    @POST
    @Path("/reconciliation")
    @Operation(
            operationId = "startReconciliation",
            summary = "Compare both sides, and repair what differs",
            description = "It runs by itself; read its state at the answer's location. At most one runs at a time.")
    @APIResponse(responseCode = "201", description = "It has begun")
    public ReconciliationView reconcile(
            @Parameter(description = "Only report, repair nothing") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun) {
        ReconciliationView begun = reconciliations.start(dryRun);
        call.created("/sync/reconciliation/" + begun.number());
        return begun;
    }

    @GET
    @Path("/reconciliation")
    @Operation(operationId = "listReconciliations", summary = "Reconciliations, newest first")
    public List<ReconciliationView> listReconciliations(@BeanParam Paging paging) {
        return call.page(paging, reconciliations.count(), reconciliations.list(paging.first(), paging.max()));
    }

    @May(value = Right.MANAGE_SYNC, hidden = true)
    @GET
    @Path("/reconciliation/{number}")
    @Operation(operationId = "getReconciliation", summary = "A reconciliation with its counts")
    public ReconciliationView getReconciliation(@PathParam("number") String number) {
        return reconciliations.find(number);
    }

    @GET
    @Path("/reconciliation/{number}/findings")
    @Operation(
            operationId = "listReconciliationFindings",
            summary = "What a reconciliation found, by kind; without what the second look dismissed")
    public List<FindingView> listFindings(@PathParam("number") String number, @BeanParam Paging paging) {
        return call.page(
                paging,
                reconciliations.countFindings(number),
                reconciliations.findings(number, paging.first(), paging.max()));
    }
}
