package io.orderfield.web.security;

import io.orderfield.om.user.SignIn;
import io.orderfield.om.user.UserView;
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
    private static final String REGISTER_SESSION = "jakarta.servlet.http.registerSession";

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
        Optional<UserView> known = request.getUserPrincipal() == null
                ? Optional.empty()
                : users.enabled(request.getUserPrincipal().getName());
        if (known.isPresent() && known.get().passwordChangeRequired() && !isOpenBeforeTheChange(request)) {
            return to(CHANGE_PASSWORD, request, response, context);
        }
        if (known.isPresent()) {
            // by name and with the roles of now: for the session's own principal the container looks for a group that a
            // null can't name, and notes that as an incident on each request
            return context.notifyContainerAboutLogin(
                    known.get().username(), known.get().roles());
        }
        return context.isProtected() ? toLogin(request, response, context) : context.doNothing();
    }

    @SuppressWarnings("unchecked") // the map of a message is raw by its specification
    private AuthenticationStatus signIn(
            UsernamePasswordCredential credential,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        SignIn result = passwords.ofPage(
                credential.getCaller(), credential.getPassword().getValue(), request);
        credential.clearCredential();
        UserView user = result.user();
        if (user == null) {
            if (result.retryAfterSeconds() > 0) {
                request.setAttribute(RETRY_AFTER, result.retryAfterSeconds());
            }
            return AuthenticationStatus.SEND_FAILURE;
        }
        browsers.remember(user.username(), request, response);
        if (request.getSession(false) != null) {
            request.changeSessionId(); // nobody may know the session's id from before
        }
        context.getMessageInfo().getMap().put(REGISTER_SESSION, Boolean.TRUE.toString());
        return context.notifyContainerAboutLogin(user.username(), user.roles());
    }

    /** Before the change of a password that somebody else set there are the page for it, and the way out. */
    private static boolean isOpenBeforeTheChange(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals(CHANGE_PASSWORD)
                || path.equals(LOGIN)
                || path.startsWith("/error/")
                || path.startsWith("/jakarta.faces.resource/");
    }

    private static AuthenticationStatus toLogin(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) throws IOException {
        return to(LOGIN, request, response, context);
    }

    /** Sends to a page of ours that leads back here afterwards. */
    private static AuthenticationStatus to(
            String page, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws IOException {
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"" + page
                            + "\"/></partial-response>");
            return AuthenticationStatus.SEND_CONTINUE;
        }
        if (!"GET".equals(request.getMethod())) {
            return context.redirect(page);
        }
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        return context.redirect(page + "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }
}
