package io.orderfield.web.user;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.user.SessionService;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Idempotent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a user is signed in to the pages, for administrators. */
@ApiResource
@Idempotent
@May(Right.MANAGE_USERS)
@Path("/users/{username}/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class UserSessionResource {
    @Inject
    SessionService sessions;

    @GET
    @Operation(operationId = "listUserSessions", summary = "Where a user is signed in to the pages; at most 200")
    public List<SessionRecord> list(@PathParam("username") String username) {
        return sessions.of(username).stream().map(SessionRecord::of).toList();
    }

    @DELETE
    @Operation(operationId = "endUserSessions", summary = "End all sessions and tokens of a user")
    @APIResponse(responseCode = "204", description = "They have ended")
    public void endAll(@PathParam("username") String username) {
        sessions.endAll(username);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "endUserSession", summary = "End a session of a user")
    @APIResponse(responseCode = "204", description = "It has ended")
    public void end(@PathParam("username") String username, @PathParam("id") String id) {
        sessions.end(username, id);
    }
}
