package io.orderfield.web.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.orderfield.om.user.Standing;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.problem.Problems;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Trades a user name and password for a token, so that the costly check of a password is done once in 15 minutes. */
@Path("/token")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@PermitAll
@Tag(name = "Access")
public class TokenResource {
    @Inject
    Tokens tokens;

    @Inject
    HttpServletRequest request;

    /**
     * A bearer token.
     *
     * @param accessToken send it as {@code Authorization: Bearer …}
     * @param expiresIn life in seconds
     */
    @Schema(name = "Token")
    public record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") int expiresIn) {}

    /** Only for a password: a token can't be used to get the next one. */
    @POST
    @Operation(operationId = "issueToken", summary = "A bearer token for the user of the Basic credentials")
    @SecurityRequirement(name = "basic")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Token.class)))
    public Response issue() {
        return request.getAttribute(ApiAuthentication.STANDING) instanceof Standing user
                ? Response.ok(new Token(tokens.issue(user), "Bearer", Tokens.LIFE_SECONDS))
                        .build()
                : Response.status(401)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                        .type(Problem.MEDIA_TYPE)
                        .entity(Problems.unauthenticated())
                        .build();
    }
}
