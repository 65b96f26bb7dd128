package io.orderfield.web.security;

import io.orderfield.kernel.Shared;
import io.orderfield.om.user.Origin;
import io.orderfield.om.user.SigningKey;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Browsers from which a user has signed in before: a signed cookie for each user says so, for 30 days. It signs nobody in;
 * it only keeps others' guesses from keeping its user out.
 */
@Shared
public class KnownBrowsers {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String COOKIE = "__Host-known-";
    private static final int PARTS = 3;

    private final SigningKey key;
    private final Clock clock;

    @Inject
    KnownBrowsers(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Where an attempt to sign in as this user comes from. */
    public Origin origin(String username, HttpServletRequest request) {
        return new Origin(request.getRemoteAddr(), browser(username, request).orElse(null));
    }

    /** Gives the browser of a user who has just signed in its cookie, or a fresh one. */
    void remember(String username, HttpServletRequest request, HttpServletResponse response) {
        String id = browser(username, request).orElseGet(() -> UUID.randomUUID().toString());
        String end = Long.toString(clock.instant().plus(KEPT).getEpochSecond());
        Cookie cookie = new Cookie(name(username), id + '.' + end + '.' + signature(username, id, end));
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Strict");
        cookie.setMaxAge((int) KEPT.toSeconds());
        response.addCookie(cookie);
    }

    private Optional<String> browser(String username, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            String name = name(username);
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.ofNullable(proven(username, cookie.getValue()));
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable String proven(String username, String value) {
        String[] parts = value.split("\\.", PARTS);
        if (parts.length != PARTS || !parts[1].matches("\\d{1,12}")) {
            return null;
        }
        boolean ours = MessageDigest.isEqual(
                signature(username, parts[0], parts[1]).getBytes(StandardCharsets.US_ASCII),
                parts[2].getBytes(StandardCharsets.US_ASCII));
        return ours && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1]))) ? parts[0] : null;
    }

    private String signature(String username, String id, String end) {
        return key.sign(id + '\n' + end + '\n' + username);
    }

    /** One for each user, since several may use one browser; a collision costs one of them the proof, no more. */
    private static String name(String username) {
        return COOKIE + Integer.toHexString(username.hashCode());
    }
}
