package io.orderfield.web.security;

import io.orderfield.om.user.AccessChanged;
import io.orderfield.om.user.SessionLimits;
import io.orderfield.om.user.SessionView;
import io.orderfield.om.user.Standing;
import io.orderfield.om.user.UserSessions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in to pages. The container's session of the browser holds the id of a record in the database, and that
 * record holds the user: there is no cookie besides the session's, nothing that the container would have to remember, and
 * what ends the record ends the session on every node.
 */
@ApplicationScoped
public class PageSessions {
    /**
     * Header of what a page asks for by itself, such as the reading after a live update: it does not keep a session alive.
     * Whoever sends it without need only shortens the own session.
     */
    static final String BY_ITSELF = "X-Orderfield-Live";

    private static final String SESSION = "io.orderfield.session";
    private static final int SPARE_SECONDS = 60;

    @Inject
    UserSessions records;

    @Inject
    KnownUsers users;

    @Inject
    SessionLimits limits;

    @Inject
    Clock clock;

    private ShortMemory<SessionView> memory;

    @PostConstruct
    void open() {
        memory = new ShortMemory<>(clock, records::find);
    }

    /** Begins a session; what the browser had before ends, whoever it belonged to. */
    void begin(HttpServletRequest request, Standing user) {
        end(request);
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        SessionView record = records.start(user, request.getRemoteAddr(), agent);
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval(
                (int) limits.idle().toSeconds() + SPARE_SECONDS); // the container never ends it first
        session.setAttribute(SESSION, new PageSession(record.id(), clock.instant()));
    }

    /** Who is signed in with this request. A session that is over, or was ended, is gone afterwards. */
    Optional<Standing> current(HttpServletRequest request) {
        PageSession own = pageSession(request);
        if (own == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Standing> user = memory.get(own.id())
                .filter(record -> !limits.over(record.startedAt(), own.lastUsed(), now))
                .flatMap(record -> users.still(record.username(), record.revision()));
        if (user.isEmpty()) {
            end(request);
        } else if (!isByItself(request) && own.use(now, now.minus(limits.writeEvery()))) {
            records.used(own.id());
        }
        return user;
    }

    /** Whether the browser brought a session along that is none any more. */
    boolean hasEnded(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && request.getSession(false) == null;
    }

    /** Id of the record of the session that the request belongs to; null when nobody is signed in. */
    public @Nullable String idOf(HttpServletRequest request) {
        PageSession own = pageSession(request);
        return own == null ? null : own.id();
    }

    /** Signs out: the session ends, and the browser forgets its cookie. */
    public void signOut(HttpServletRequest request, HttpServletResponse response) {
        end(request);
        Cookie cookie =
                new Cookie(request.getServletContext().getSessionCookieConfig().getName(), "");
        cookie.setPath("/");
        cookie.setMaxAge(0);
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        response.addCookie(cookie);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccessChanged change) {
        memory.forget();
    }

    private void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        PageSession own = pageSession(request);
        if (own != null) {
            records.end(own.id());
            memory.forget();
        }
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            // another request of the browser has ended it this moment
        }
    }

    private static @Nullable PageSession pageSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        try {
            return session != null && session.getAttribute(SESSION) instanceof PageSession own ? own : null;
        } catch (IllegalStateException e) {
            return null; // ended this moment by another request of the browser
        }
    }

    private static boolean isByItself(HttpServletRequest request) {
        return request.getHeader(BY_ITSELF) != null
                || request.getServletPath().startsWith("/jakarta.faces.push/")
                || request.getServletPath().startsWith("/jakarta.faces.resource/");
    }
}
