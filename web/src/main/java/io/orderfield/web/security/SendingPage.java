package io.orderfield.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;

/** The page of ours that a request was sent from. What is posted to names the page without its parameters. */
public final class SendingPage {
    private SendingPage() {}

    /** Its path and query; without a word of it, or where another site speaks, the path that the request goes to. */
    public static String of(HttpServletRequest request) {
        try {
            URI from = URI.create(Objects.requireNonNullElse(request.getHeader("Referer"), ""));
            if (from.getRawAuthority() != null && from.getRawAuthority().equals(request.getHeader("Host"))) {
                return from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery());
            }
        } catch (IllegalArgumentException e) {
            // no address
        }
        return request.getRequestURI();
    }
}
