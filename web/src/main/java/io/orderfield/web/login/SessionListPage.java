package io.orderfield.web.login;

import io.orderfield.om.user.SessionService;
import io.orderfield.om.user.SessionView;
import io.orderfield.web.security.PageSessions;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Me;
import io.orderfield.web.ui.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the reader is signed in, or for administrators where somebody else is, and the end of that. */
@Named("sessionListPage")
@ViewScoped
public class SessionListPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    SessionService sessions;

    @Inject
    PageSessions current;

    @Inject
    HttpServletRequest request;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    @Inject
    Me me;

    private @Nullable String username;
    private List<SessionView> rows = List.of();

    /** Reads what is open now. */
    public void load() {
        String other = username;
        List<SessionView> read =
                decisions.orErrorPage(() -> isOwn() || other == null ? sessions.own() : sessions.of(other));
        rows = read == null ? List.of() : read;
    }

    /** Ends one session. */
    public void end(String id) {
        String other = username;
        decisions.attempt("sessions.ended", () -> {
            if (isOwn() || other == null) {
                sessions.endOwn(id);
            } else {
                sessions.end(other, id);
            }
        });
        load();
    }

    /** Ends all sessions and tokens of the user; of the reader's own this session goes on. */
    public void endAll() {
        String other = username;
        if (isOwn() || other == null) {
            decisions.attempt("sessions.endedOthers", () -> sessions.endAllOwn(current.idOf(request)));
        } else {
            decisions.attempt("sessions.endedAll", () -> sessions.endAll(other), other);
        }
        load();
    }

    /** The browser and system in words. */
    public String device(SessionView session) {
        Device device = Device.of(session.agent());
        if (device.browser() == null) {
            return texts.of("sessions.unknown");
        }
        return device.system() == null
                ? device.browser()
                : texts.of("sessions.browser", device.browser(), device.system());
    }

    /** Whether it is the session of this page. */
    public boolean isThis(SessionView session) {
        return session.id().equals(current.idOf(request));
    }

    /** Whether the page shows the reader's own sessions. */
    public boolean isOwn() {
        return username == null || username.equals(me.getUsername());
    }

    public List<SessionView> getRows() {
        return rows;
    }

    public @Nullable String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = username == null || username.isBlank() ? null : username;
    }
}
