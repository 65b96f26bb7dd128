package io.orderfield.web.security;

import io.orderfield.om.user.SignIn;
import io.orderfield.om.user.Standing;
import io.orderfield.om.user.TooBusyException;
import io.orderfield.web.api.RestApi;
import io.orderfield.web.metrics.MetricsAccess;
import io.orderfield.web.problem.CorrelationId;
import io.orderfield.web.problem.ProblemAnswer;
import io.orderfield.web.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A bearer token, or a user name and password, on every call; a session of the pages counts for nothing. */
@ApplicationScoped
public class ApiAuthentication {
    /** Where callers change their password, the one thing that is left to who has to. */
    public static final String OWN_PASSWORD = "/me/password";

    /** Request attribute: how the user stood before the password was checked ({@link Standing}); a token is bound to that. */
    static final String STANDING = "io.orderfield.api.standing";

    private static final String BEARER = "Bearer ";

    @Inject
    Tokens tokens;

    @Inject
    MetricsAccess metrics;

    @Inject
    KnownUsers users;

    @Inject
    PasswordCheck passwords;

    AuthenticationStatus validate(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws IOException {
        response.setHeader(CorrelationId.HEADER, CorrelationId.of(request));
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            String token = header.substring(BEARER.length()).strip();
            return metrics.opens(request, token)
                    ? context.notifyContainerAboutLogin(MetricsAccess.READER, Set.of(MetricsAccess.READER))
                    : bearer(token, request, response, context);
        }
        Optional<BasicCredentials> basic = BasicCredentials.of(header);
        if (basic.isPresent()) {
            return basic(basic.get(), request, response, context);
        }
        return refused(request, response, "Bearer");
    }

    private AuthenticationStatus bearer(
            String token, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws IOException {
        Optional<Standing> user =
                tokens.read(token).flatMap(claims -> users.still(claims.username(), claims.revision()));
        return user.isPresent()
                ? known(user.get(), request, response, context)
                : refused(request, response, "Bearer error=\"invalid_token\"");
    }

    private AuthenticationStatus basic(
            BasicCredentials given,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context)
            throws IOException {
        // before the password is checked: one that is changed meanwhile must not give a token of the new revision
        Optional<Standing> standing = users.now(given.user());
        SignIn result;
        try {
            result = passwords.ofCall(given.user(), given.password(), request);
        } catch (TooBusyException e) {
            ProblemAnswer.write(request, response, Problems.of(e, false));
            return AuthenticationStatus.SEND_FAILURE;
        } finally {
            Arrays.fill(given.password(), '\0');
        }
        if (result.retryAfterSeconds() > 0) {
            ProblemAnswer.write(request, response, Problems.tooManyAttempts(result.retryAfterSeconds()));
            return AuthenticationStatus.SEND_FAILURE;
        }
        if (result.user() == null || standing.isEmpty()) {
            return refused(request, response, "Bearer");
        }
        request.setAttribute(STANDING, standing.get());
        return known(standing.get(), request, response, context);
    }

    private static AuthenticationStatus known(
            Standing standing, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws IOException {
        if (standing.user().passwordChangeRequired() && !isOwnPassword(request)) {
            ProblemAnswer.write(request, response, Problems.passwordChangeRequired());
            return AuthenticationStatus.SEND_FAILURE;
        }
        return Caller.is(standing, context);
    }

    /** The challenge never names Basic: a browser would open its own dialog and remember the password. */
    private static AuthenticationStatus refused(
            HttpServletRequest request, HttpServletResponse response, String challenge) throws IOException {
        response.setHeader("WWW-Authenticate", challenge);
        ProblemAnswer.write(request, response, Problems.unauthenticated());
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static boolean isOwnPassword(HttpServletRequest request) {
        return "POST".equals(request.getMethod())
                && (RestApi.PATH + OWN_PASSWORD).equals(request.getServletPath() + request.getPathInfo());
    }
}
