package io.orderfield.web.security;

import io.orderfield.om.user.Origin;
import io.orderfield.om.user.SignIn;
import io.orderfield.om.user.SignIns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Checks a user name and password for API and pages alike. */
@ApplicationScoped
public class PasswordCheck {
    @Inject
    SignIns signIns;

    @Inject
    KnownBrowsers browsers;

    /** For a call of the API: the address tells where it comes from. */
    SignIn ofCall(String user, char[] password, HttpServletRequest request) {
        return signIns.attempt(user, password, Origin.of(request.getRemoteAddr()));
    }

    /** For the login page: the browser's own cookie, too, tells whether the user has signed in from there before. */
    SignIn ofPage(String user, char[] password, HttpServletRequest request) {
        return signIns.attempt(user, password, browsers.origin(user, request));
    }
}
