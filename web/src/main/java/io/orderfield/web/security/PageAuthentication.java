package io.orderfield.web.security;

import io.orderfield.om.user.SignIn;
import io.orderfield.om.user.Standing;
import io.orderfield.om.user.UserView;
import io.orderfield.web.problem.ProblemAnswer;
import io.orderfield.web.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A session for who signed in at the login page; everybody else is sent there, and back afterwards. */
@ApplicationScoped
public class PageAuthentication {
    /**
     * Request attribute: seconds to wait (Integer) when a login was not even checked because of too many failures. The
     * login page says so.
     */
    public static final String RETRY_AFTER = "io.orderfield.login.retryAfterSeconds";

    private static final String LOGIN = "/login.xhtml";
    private static final String CHANGE_PASSWORD = "/password.xhtml";

    @Inject
    PageSessions sessions;

    @Inject
    KnownUsers users;

    @Inject
    PasswordCheck passwords;

    @Inject
    KnownBrowsers browsers;

    AuthenticationStatus validate(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws IOException {
        Credential given = context.getAuthParameters().getCredential();
        if (given instanceof UsernamePasswordCredential credential) {
            return signIn(credential, request, response, context);
        }
        Optional<Standing> user = sessions.current(request);
        if (user.isPresent() && user.get().user().passwordChangeRequired() && !isOpenBeforeTheChange(request)) {
            return to(CHANGE_PASSWORD, request, response, context);
        }
        if (user.isPresent()) {
            return Caller.is(user.get(), context);
        }
        return context.isProtected() ? to(LOGIN, request, response, context) : context.doNothing();
    }

    private AuthenticationStatus signIn(
            UsernamePasswordCredential credential,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        // before the password is checked: one that is changed meanwhile must not open a session of the new revision
        Optional<Standing> standing = users.now(credential.getCaller());
        SignIn result = passwords.ofPage(
                credential.getCaller(), credential.getPassword().getValue(), request);
        credential.clearCredential();
        UserView user = result.user();
        if (user == null || standing.isEmpty()) {
            if (result.retryAfterSeconds() > 0) {
                request.setAttribute(RETRY_AFTER, result.retryAfterSeconds());
            }
            return AuthenticationStatus.SEND_FAILURE;
        }
        browsers.remember(user.username(), request, response);
        sessions.begin(request, standing.get());
        return Caller.is(standing.get(), context);
    }

    /** Before the change of a password that somebody else set there are the page for it, and the way out. */
    private static boolean isOpenBeforeTheChange(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals(CHANGE_PASSWORD)
                || path.equals(LOGIN)
                || path.startsWith("/error/")
                || path.startsWith("/jakarta.faces.resource/");
    }

    /** Sends to a page of ours that leads back here afterwards. */
    private AuthenticationStatus to(
            String page, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws IOException {
        boolean ajax = "partial/ajax".equals(request.getHeader("Faces-Request"));
        if (!ajax && request.getHeader("X-Requested-With") != null) {
            // a script of ours, which goes to the login page
            ProblemAnswer.write(request, response, Problems.unauthenticated());
            return AuthenticationStatus.SEND_FAILURE;
        }
        boolean opening = "GET".equals(request.getMethod()) && !ajax;
        boolean ended = page.equals(LOGIN) && (!opening || sessions.hasEnded(request));
        String address = page
                + "?next="
                + URLEncoder.encode(opening ? address(request) : SendingPage.of(request), StandardCharsets.UTF_8)
                + (ended ? "&ended=true" : "");
        if (!ajax) {
            return context.redirect(address);
        }
        response.setContentType("text/xml;charset=UTF-8");
        response.getWriter()
                .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                        + address.replace("&", "&amp;") + "\"/></partial-response>");
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
