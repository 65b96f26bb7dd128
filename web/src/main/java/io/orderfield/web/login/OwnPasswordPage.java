package io.orderfield.web.login;

import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.om.user.OwnPassword;
import io.orderfield.om.user.Password;
import io.orderfield.om.user.SignIn;
import io.orderfield.om.user.UserDirectory;
import io.orderfield.om.user.UserView;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.security.KnownBrowsers;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Me;
import io.orderfield.web.ui.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page on which users change their own password; the only one there is for whose password somebody else set. */
@Named("ownPasswordPage")
@RequestScoped
public class OwnPasswordPage {
    @Inject
    OwnPassword own;

    @Inject
    UserDirectory users;

    @Inject
    KnownBrowsers browsers;

    @Inject
    PageSignIn signIn;

    @Inject
    Decisions decisions;

    @Inject
    Me me;

    @Inject
    Texts texts;

    private @Nullable String oldPassword;
    private @Nullable String password;
    private @Nullable String repeated;
    private @Nullable String next;
    private @Nullable String error;

    /** Changes it, and goes where the reader wanted to go. */
    public void change() throws IOException {
        String typed = password == null ? "" : password;
        error = typed.equals(repeated) ? refusal(typed) : texts.of("password.different");
        if (error == null) {
            signIn.attempt(me.getUsername(), typed); // a session of the new password: those of the old one are over
            FacesContext faces = FacesContext.getCurrentInstance();
            decisions.sayThere(texts.of("password.changed"));
            faces.getExternalContext().redirect(Destination.of(next));
            faces.responseComplete();
        }
    }

    private @Nullable String refusal(String typed) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        SignIn[] result = new SignIn[1];
        Optional<Problem> problem = decisions.quietly(() -> result[0] = own.change(
                oldPassword == null ? "" : oldPassword,
                new Password(typed),
                browsers.origin(me.getUsername(), (HttpServletRequest) external.getRequest())));
        if (problem.isPresent()) {
            return words(problem.get());
        }
        int wait = result[0].retryAfterSeconds();
        return wait == 0 ? null : texts.of("login.wait", PageSignIn.minutes(wait));
    }

    private String words(Problem problem) {
        if (problem.status() == 503) {
            return texts.of("login.busy");
        }
        return problem.errors().isEmpty()
                ? texts.of(problem.detail())
                : problem.errors().stream().map(this::words).collect(Collectors.joining(" "));
    }

    private String words(FieldProblem problem) {
        return decisions.words(problem);
    }

    /** Whether there is no other page before the change. */
    public boolean isRequired() {
        return users.find(me.getUsername())
                .map(UserView::passwordChangeRequired)
                .orElse(false);
    }

    public @Nullable String getOldPassword() {
        return null; // never sent back
    }

    public void setOldPassword(@Nullable String oldPassword) {
        this.oldPassword = oldPassword;
    }

    public @Nullable String getPassword() {
        return null; // never sent back
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getRepeated() {
        return null; // never sent back
    }

    public void setRepeated(@Nullable String repeated) {
        this.repeated = repeated;
    }

    public @Nullable String getNext() {
        return next;
    }

    public void setNext(@Nullable String next) {
        this.next = next;
    }

    public @Nullable String getError() {
        return error;
    }
}
