package io.orderfield.web.api;

import io.orderfield.web.problem.Problem;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** The REST API. Its resources and providers are found by their annotations. */
@ApplicationPath(RestApi.PATH)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Orderfield",
                        version = "1",
                        description =
                                "Customer orders, domain orders and their work orders. Errors are problem documents"
                                        + " (RFC 9457). Every POST but /token takes an Idempotency-Key; every change honors"
                                        + " If-Match. RateLimit and RateLimit-Policy tell what is left of the caller's"
                                        + " share; above it the answer is 429 with Retry-After.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers = @Server(url = "/"),
        components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)),
        security = {@SecurityRequirement(name = "bearer"), @SecurityRequirement(name = "basic")})
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A token of POST /token; good for 15 minutes")
@SecurityScheme(securitySchemeName = "basic", type = SecuritySchemeType.HTTP, scheme = "basic")
public class RestApi extends Application {
    /** Where the API begins, without a slash at the end. */
    public static final String PATH = "/api/v1";
}
