package io.orderfield.web.security;

import io.orderfield.om.user.UserView;
import io.orderfield.web.metrics.MetricsAccess;
import io.orderfield.web.problem.CorrelationId;
import io.orderfield.web.problem.Problem;
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
import java.util.Hashtable;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A bearer token, or a user name and password, on every call; a call that brings a session along is refused. */
@ApplicationScoped
public class ApiAuthentication {
    private static final String BEARER = "Bearer ";

    /** Name of Liberty's property, see its documentation of custom cache keys. */
    private static final String CACHE_KEY = "com.ibm.wsspi.security.cred.cacheKey";

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
        if (request.getUserPrincipal() != null) {
            // the container has taken the caller from the session's cookie, and would go by that whatever follows
            ProblemAnswer.write(response, Problems.sessionCookie());
            return AuthenticationStatus.SEND_FAILURE;
        }
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            String token = header.substring(BEARER.length()).strip();
            return metrics.opens(request, token)
                    ? context.notifyContainerAboutLogin(MetricsAccess.READER, Set.of(MetricsAccess.READER))
                    : bearer(token, response, context);
        }
        Optional<BasicCredentials> basic = BasicCredentials.of(header);
        if (basic.isPresent()) {
            return basic(basic.get(), request, response, context);
        }
        return refused(response, "Bearer");
    }

    private AuthenticationStatus bearer(String token, HttpServletResponse response, HttpMessageContext context)
            throws IOException {
        // the roles of now, not those of the time when the token was made
        Optional<UserView> user = tokens.user(token).flatMap(users::enabled);
        return user.isPresent() ? known(user.get(), context) : refused(response, "Bearer error=\"invalid_token\"");
    }

    private AuthenticationStatus basic(
            BasicCredentials given,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context)
            throws IOException {
        PasswordCheck.Result result = passwords.check(given.user(), given.password(), request.getRemoteAddr());
        Arrays.fill(given.password(), '\0');
        if (result.retryAfterSeconds() > 0) {
            ProblemAnswer.write(
                    response,
                    Problem.of(429, "too-many-attempts", "Too many failed attempts to sign in.")
                            .retryAfter(result.retryAfterSeconds()));
            return AuthenticationStatus.SEND_FAILURE;
        }
        UserView user = result.user();
        return user != null ? known(user, context) : refused(response, "Bearer");
    }

    /**
     * Liberty keeps who a caller is under the key that is given here. Without one it makes that anew for every call, and
     * signs a token that no call of the API uses: a quarter of the processor time of a change. Other roles are another key.
     */
    private static AuthenticationStatus known(UserView user, HttpMessageContext context) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(CACHE_KEY, "api " + user.username() + ' ' + new TreeSet<>(user.roles()));
        context.getClientSubject().getPrivateCredentials().add(properties);
        return context.notifyContainerAboutLogin(user.username(), user.roles());
    }

    /** The challenge never names Basic: a browser would open its own dialog and remember the password. */
    private static AuthenticationStatus refused(HttpServletResponse response, String challenge) throws IOException {
        response.setHeader("WWW-Authenticate", challenge);
        ProblemAnswer.write(response, Problems.unauthenticated());
        return AuthenticationStatus.SEND_FAILURE;
    }
}
