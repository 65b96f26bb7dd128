package io.orderfield.web.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.orderfield.om.user.UserView;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.problem.Problems;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

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
    KnownUsers users;

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
    public Response issue(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context SecurityContext security) {
        Principal caller = security.getUserPrincipal();
        Optional<UserView> user = caller == null || !BasicCredentials.meant(authorization)
                ? Optional.empty()
                : users.enabled(caller.getName());
        return user.map(u -> Response.ok(new Token(tokens.issue(u), "Bearer", Tokens.LIFE_SECONDS)))
                .orElseGet(() -> Response.status(401)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                        .type(Problem.MEDIA_TYPE)
                        .entity(Problems.unauthenticated()))
                .build();
    }
}
