package io.orderfield.web.login;

import io.orderfield.om.user.SessionService;
import io.orderfield.om.user.UserDirectory;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.user.SessionRecord;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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

/** Who is calling, and where that user is signed in to the pages. */
@ApiResource
@Idempotent
@PermitAll
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class MeResource {
    @Inject
    UserDirectory users;

    @Inject
    SessionService sessions;

    @Inject
    HttpServletRequest request;

    @GET
    @Operation(operationId = "getMe", summary = "Who is calling")
    public MeRecord me() {
        return MeRecord.of(
                users.find(request.getUserPrincipal().getName()).orElseThrow()); // who calls has just been looked up
    }

    @GET
    @Path("/sessions")
    @Operation(operationId = "listMySessions", summary = "Where the caller is signed in to the pages; at most 200")
    public List<SessionRecord> list() {
        return sessions.own().stream().map(SessionRecord::of).toList();
    }

    @GET
    @Path("/sessions/{id}")
    @Operation(operationId = "getMySession", summary = "A session of the caller")
    public SessionRecord find(@PathParam("id") String id) {
        return SessionRecord.of(sessions.own(id));
    }

    @DELETE
    @Path("/sessions/{id}")
    @Operation(operationId = "endMySession", summary = "End a session of the caller")
    @APIResponse(responseCode = "204", description = "It has ended")
    public void end(@PathParam("id") String id) {
        sessions.endOwn(id);
    }

    @DELETE
    @Path("/sessions")
    @Operation(
            operationId = "endMySessions",
            summary = "End all sessions and tokens of the caller, the one of this call too")
    @APIResponse(responseCode = "204", description = "They have ended")
    public void endAll() {
        sessions.endAllOwn(null);
    }
}
