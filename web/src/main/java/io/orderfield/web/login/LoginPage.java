package io.orderfield.web.login;

import io.orderfield.om.user.TooBusyException;
import io.orderfield.web.security.PageAuthentication;
import io.orderfield.web.security.PageSessions;
import io.orderfield.web.ui.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The login page. Says the same whatever was wrong, so that nobody learns which names exist. */
@Named("loginPage")
@RequestScoped
public class LoginPage {
    @Inject
    PageSignIn signIn;

    @Inject
    PageSessions sessions;

    @Inject
    Texts texts;

    private @Nullable String username;
    private @Nullable String password;
    private @Nullable String next;
    private @Nullable String error;
    private boolean ended;

    /** Signs in and goes where the reader wanted to go. */
    public void signIn() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        boolean signedIn;
        try {
            signedIn = signIn.attempt(username == null ? "" : username.strip(), password == null ? "" : password);
        } catch (TooBusyException e) {
            error = texts.of("login.busy");
            return;
        } finally {
            password = null;
        }
        if (signedIn) {
            external.redirect(Destination.of(next));
            faces.responseComplete();
        } else {
            Object wait = external.getRequestMap().get(PageAuthentication.RETRY_AFTER);
            error = wait == null ? texts.of("login.wrong") : texts.of("login.wait", PageSignIn.minutes((Integer) wait));
        }
    }

    /** Sends home who is signed in already. */
    public void skipWhenSignedIn() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (faces.getExternalContext().getUserPrincipal() != null) {
            faces.getExternalContext().redirect(Destination.of(next));
            faces.responseComplete();
        }
    }

    /** Ends the session. */
    public String signOut() {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        sessions.signOut((HttpServletRequest) external.getRequest(), (HttpServletResponse) external.getResponse());
        return "/login.xhtml?faces-redirect=true";
    }

    public @Nullable String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = username;
    }

    public @Nullable String getPassword() {
        return null; // never sent back
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getNext() {
        return next;
    }

    public void setNext(@Nullable String next) {
        this.next = next;
    }

    /** Whether the reader is here because the session has ended. */
    public boolean isEnded() {
        return ended;
    }

    public void setEnded(boolean ended) {
        this.ended = ended;
    }

    public @Nullable String getError() {
        return error;
    }
}
