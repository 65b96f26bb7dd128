package io.orderfield.web.user;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.user.SecretService;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The secrets of machine users. Takes no idempotency key: an answer with a secret in it is not kept. Whose answer was lost
 * ends that secret and creates another.
 */
@May(Right.MANAGE_USERS)
@Path("/users/{username}/secrets")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Access")
public class SecretResource {
    @Inject
    SecretService secrets;

    @Inject
    Call call;

    @GET
    @Operation(operationId = "listSecrets", summary = "What a machine user may sign in with, the oldest first")
    public List<SecretRecord> list(@PathParam("username") String username, @BeanParam Paging paging) {
        return call.page(paging, secrets.list(username), SecretRecord::of);
    }

    @POST
    @Operation(operationId = "createSecret", summary = "Generate a secret; the one before stays good, older ones end")
    @APIResponseSchema(value = SecretRecord.class, responseCode = "201")
    public SecretRecord create(@PathParam("username") String username) {
        SecretRecord created = SecretRecord.of(secrets.create(username));
        call.created("/users/" + username + "/secrets/" + created.id());
        return created;
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "endSecret", summary = "End a secret, or the password, at once")
    @APIResponse(responseCode = "204", description = "It is ended")
    public void end(@PathParam("username") String username, @PathParam("id") String id) {
        secrets.end(username, id);
    }
}
