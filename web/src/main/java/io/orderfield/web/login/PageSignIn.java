package io.orderfield.web.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Signs in whose name and password were typed into a page. */
@RequestScoped
class PageSignIn {
    private static final int SECONDS_OF_A_MINUTE = 60;

    @Inject
    SecurityContext security;

    /** @return whether the user is signed in now */
    boolean attempt(String username, String password) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        AuthenticationStatus status = security.authenticate(
                (HttpServletRequest) external.getRequest(),
                (HttpServletResponse) external.getResponse(),
                AuthenticationParameters.withParams()
                        .credential(new UsernamePasswordCredential(username, password))
                        .newAuthentication(true));
        return status == AuthenticationStatus.SUCCESS;
    }

    /** A wait in the minutes that a page tells. */
    static int minutes(int seconds) {
        return (seconds + SECONDS_OF_A_MINUTE - 1) / SECONDS_OF_A_MINUTE;
    }
}
