package io.orderfield.web.sync;

import io.orderfield.messaging.delivery.SideService;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Messages that one side (om or fsm) could not send and has given up; for administrators. */
@ApiResource
@Idempotent
@May(Right.MANAGE_SYNC)
@Path("/sync/unsent-messages/{side}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Synchronization")
public class UnsentResource {
    @Inject
    UnsentSides sides;

    @Inject
    Call call;

    @GET
    @Operation(operationId = "listUnsentMessages", summary = "Messages that a side could not send, oldest first")
    public List<UnsentMessageRecord> list(@PathParam("side") String side, @BeanParam Paging paging) {
        SideService messages = sides.of(side);
        return call.page(
                paging,
                messages.countUnsent(),
                messages.unsent(paging.first(), paging.max()).stream()
                        .map(message -> UnsentMessageRecord.of(side, message))
                        .toList());
    }

    @May(value = Right.MANAGE_SYNC, hidden = true)
    @GET
    @Path("/{id}")
    @Operation(operationId = "getUnsentMessage", summary = "A message that could not be sent, with its whole body")
    public UnsentMessageRecord get(@PathParam("side") String side, @PathParam("id") UUID id) {
        return UnsentMessageRecord.of(side, sides.of(side).findUnsent(id));
    }

    @POST
    @Path("/{id}/retry")
    @Operation(operationId = "retryUnsentMessage", summary = "Have a message sent again, after its cause was mended")
    public UnsentActionRecord retry(@PathParam("side") String side, @PathParam("id") UUID id) {
        return new UnsentActionRecord(side, sides.of(side).retry(id));
    }

    @POST
    @Path("/{id}/discard")
    @Operation(
            operationId = "discardUnsentMessage",
            summary = "Throw a message away; nothing waits for it afterwards",
            description =
                    "A request of Order Management counts as refused then; Field Service tells its current state anew.")
    public UnsentActionRecord discard(@PathParam("side") String side, @PathParam("id") UUID id, @Nullable Reason body) {
        return new UnsentActionRecord(side, sides.of(side).discard(id, Reason.required(body)));
    }

    @GET
    @Path("/actions")
    @Operation(operationId = "listUnsentActions", summary = "What was done with such messages, newest first")
    public List<UnsentActionRecord> listActions(@PathParam("side") String side, @BeanParam Paging paging) {
        SideService messages = sides.of(side);
        return call.page(
                paging,
                messages.countActions(),
                messages.actions(paging.first(), paging.max()).stream()
                        .map(action -> new UnsentActionRecord(side, action))
                        .toList());
    }
}
