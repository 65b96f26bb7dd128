package io.orderfield.web.login;

import io.orderfield.om.user.Origin;
import io.orderfield.om.user.OwnPassword;
import io.orderfield.om.user.SignIn;
import io.orderfield.web.api.Bodies;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.problem.Problems;
import io.orderfield.web.security.ApiAuthentication;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own password. Takes no idempotency key: not even a hash of a body with passwords in it is kept. Open to who
 * has to change the password before anything else.
 */
@PermitAll
@Path(ApiAuthentication.OWN_PASSWORD)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Access")
public class OwnPasswordResource {
    @Inject
    OwnPassword own;

    @Context
    HttpServletRequest request;

    @POST
    @Operation(operationId = "changeOwnPassword", summary = "Change one's own password")
    @APIResponse(responseCode = "204", description = "It is changed")
    public Response change(@Nullable OwnPasswordBody body) {
        OwnPasswordBody given = Bodies.required(body);
        SignIn result =
                own.change(Bodies.text(given.oldPassword()), given.chosen(), Origin.of(request.getRemoteAddr()));
        return result.retryAfterSeconds() == 0
                ? Response.noContent().build()
                : Response.status(429)
                        .header("Retry-After", result.retryAfterSeconds())
                        .type(Problem.MEDIA_TYPE)
                        .entity(Problems.tooManyAttempts(result.retryAfterSeconds()))
                        .build();
    }
}
