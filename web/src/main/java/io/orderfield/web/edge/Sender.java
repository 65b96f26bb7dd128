package io.orderfield.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Which site a browser says that its request comes from. Scripts and forms can't set these headers. */
final class Sender {
    private Sender() {}

    /**
     * Whether another site made the browser send this. What carries neither header comes from no browser of today, and so
     * has no cookie that its sender doesn't know.
     */
    static boolean isAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !isOurs(origin, request);
    }

    private static boolean isOurs(String origin, HttpServletRequest request) {
        URI from = parsed(origin);
        if (from == null || !request.getServerName().equalsIgnoreCase(from.getHost())) {
            return false;
        }
        int port = from.getPort() < 0 && "https".equalsIgnoreCase(from.getScheme()) ? 443 : from.getPort();
        return "https".equalsIgnoreCase(from.getScheme()) && port == request.getServerPort();
    }

    private static @Nullable URI parsed(String origin) {
        try {
            return URI.create(origin);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
