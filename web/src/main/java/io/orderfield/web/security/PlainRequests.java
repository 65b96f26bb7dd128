package io.orderfield.web.security;

import io.orderfield.kernel.Sentence;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.problem.ProblemAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What comes without TLS. A reader of pages is sent to where it is spoken; a call of the API is refused, so that its sender
 * notices that the credentials were readable on the way. The container's own redirect, which a transport guarantee asks
 * for, would lead to whatever host the request names.
 */
@ApplicationScoped
public class PlainRequests {
    @Inject
    @ConfigProperty(name = "PUBLIC_HOST")
    Optional<String> publicHost;

    @Inject
    @ConfigProperty(name = "https.port", defaultValue = "9443")
    int port;

    AuthenticationStatus refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (OrderfieldAuthentication.isApi(request) || !request.getMethod().equals("GET")) {
            ProblemAnswer.write(request, response, Problem.of(403, Sentence.of("forbidden.plain")));
            return AuthenticationStatus.SEND_FAILURE;
        }
        String query = request.getQueryString();
        response.sendRedirect(
                "https://" + host(request) + ":" + port + request.getRequestURI() + (query == null ? "" : "?" + query));
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** The address that the request came to, unless there is a name for it. */
    private String host(HttpServletRequest request) {
        String address = Objects.requireNonNullElse(request.getLocalAddr(), "localhost");
        return publicHost.orElse(address.contains(":") ? "[" + address + "]" : address);
    }
}
